package dev.carddelivery.application.architecture;

import dev.carddelivery.application.memory.InMemoryLog;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Arbitrary;

/** What the application must not contain, a bit of each kind, so that every rule can be seen to fail. */
@SuppressWarnings("unused")
final class Offenders {

    private Offenders() {}

    interface NeedsALibrary {
        Arbitrary<String> anything();
    }

    interface KnowsTheNetwork {
        URI address();
    }

    static final class LooksAtTheClock {
        Instant present() {
            return Instant.now();
        }
    }

    static final class BringsItsOwnClock {
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    static final class ReadsTheSystemsTime {
        long millis() {
            return System.currentTimeMillis();
        }
    }

    static final class MakesUpNames {
        UUID name() {
            return UUID.randomUUID();
        }
    }

    static final class Sleeps {
        void rest() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    interface KnowsAnAdapter {
        InMemoryLog log();
    }
}
