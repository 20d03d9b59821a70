package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.port.StoreUnavailable;
import io.vavr.collection.List;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AppendTimeoutsTest {

    private final AppendTimeouts timeouts = AppendTimeouts.after(Duration.ofMillis(1));

    @AfterEach
    void close() {
        timeouts.close();
    }

    @Test
    void whoHasWaitedTooLongIsToldSo() {
        PendingAppend append = Appends.notes(Samples.newOrderId(), 0, "a");
        timeouts.add(append);
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(append::await)
                .withMessageContaining("not available: no answer in time");
    }

    @Test
    void whoStillWaitsAtTheEndIsSentHome() {
        PendingAppend append = Appends.notes(Samples.newOrderId(), 0, "a");
        try (AppendTimeouts patient = AppendTimeouts.after(Duration.ofHours(1))) {
            patient.add(append);
        }
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(append::await);
    }

    @Test
    void anErrorLeavesNobodyWaitingForEver() {
        PendingAppend unlucky = new OnceOutOfMemory();
        PendingAppend next = Appends.notes(Samples.newOrderId(), 0, "a");
        timeouts.add(unlucky);
        timeouts.add(next);
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(unlucky::await);
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(next::await);
    }

    /** Cannot be sent home the first time. */
    private static final class OnceOutOfMemory extends PendingAppend {

        private final AtomicBoolean happened = new AtomicBoolean();

        private OnceOutOfMemory() {
            super(Samples.newOrderId(), 0, Appends.BY, List.of(SampleEvents.noted("a")));
        }

        @Override
        void giveUp() {
            if (!happened.getAndSet(true)) {
                throw new OutOfMemoryError("as if");
            }
            super.giveUp();
        }
    }
}
