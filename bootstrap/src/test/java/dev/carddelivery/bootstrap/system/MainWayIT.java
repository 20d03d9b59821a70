package dev.carddelivery.bootstrap.system;

import java.time.Duration;

/** With partners inside the program. */
class MainWayIT extends MainWayContract {

    private final Installation installation = Installation.withDaysOf(Duration.ofMillis(400));

    @Override
    Copy open() {
        return installation.start();
    }

    @Override
    void close() throws Exception {
        installation.close();
    }
}
