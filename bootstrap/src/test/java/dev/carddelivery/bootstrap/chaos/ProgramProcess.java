package dev.carddelivery.bootstrap.chaos;

import dev.carddelivery.bootstrap.ChildJvm;
import java.io.IOException;
import java.util.Map;

/** A program as a process of its own, which a test can kill and start again, as often as it likes. */
final class ProgramProcess implements AutoCloseable {

    private final Class<?> main;
    private final String command;
    private final String ready;
    private final int port;
    private final Map<String, String> environment;
    private ChildJvm running;

    /**
     * A program, not started yet.
     *
     * @param ready part of the line that it prints when it works
     * @param port which it keeps
     */
    ProgramProcess(Class<?> main, String command, String ready, int port, Map<String, String> environment) {
        this.main = main;
        this.command = command;
        this.ready = ready;
        this.port = port;
        this.environment = environment;
    }

    /** Starts it, also again, and waits until it works. */
    void start() throws IOException {
        running = ChildJvm.start(main, environment, command);
        running.awaitLine(ready);
        // Nobody reads what it prints, and a full pipe must not hold it up.
        Thread.startVirtualThread(running::remainingLines);
    }

    /** As {@code kill -9} does it. */
    void kill() {
        running.kill();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }
}
