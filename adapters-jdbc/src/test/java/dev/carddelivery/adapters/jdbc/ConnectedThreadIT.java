package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConnectedThreadIT {

    @Test
    void whateverEndsASessionAnotherOneFollows() throws Exception {
        AtomicInteger sessions = new AtomicInteger();
        CountDownLatch recovered = new CountDownLatch(1);
        try (TestDatabase test = TestDatabase.createEmpty();
                Database database = test.open();
                ConnectedThread thread = ConnectedThread.start("test", database.dedicated("test"), connection -> {
                    switch (sessions.incrementAndGet()) {
                        case 1 -> throw new OutOfMemoryError("as if");
                        case 2 -> throw new IllegalStateException("as if");
                        case 3 -> connection.createStatement().execute("nonsense");
                        default -> recovered.countDown();
                    }
                })) {
            assertThat(recovered.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(thread).isNotNull();
        }
    }
}
