package dev.carddelivery.domain.architecture.offenders;

import java.io.File;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;

/** What the domain must not contain, a bit of each kind, so that every rule can be seen to fail. */
@SuppressWarnings("unused")
public final class Offenders {

    private Offenders() {}

    /** Needs a library. */
    public interface NeedsALibrary {
        Arbitrary<String> anything();
    }

    /** Knows files. */
    public interface KnowsFiles {
        File folder();
    }

    /** Asks what time it is, in a way that tests can control, which is no excuse. */
    public record HasAClock(Clock clock) {}

    /** Asks what time it is. */
    public static final class LooksAtTheTime {
        Instant present() {
            return Instant.now();
        }
    }

    /** Asks what day it is. */
    public static final class LooksAtTheCalendar {
        LocalDate today() {
            return LocalDate.now();
        }
    }

    /** Reads the system's time. */
    public static final class ReadsTheSystem {
        long millis() {
            return System.currentTimeMillis();
        }
    }

    /** Makes names up. */
    public static final class MakesUpNames {
        UUID name() {
            return UUID.randomUUID();
        }
    }

    /** Has its own dice. */
    public record HasDice(Random dice) {}

    /** Uses everybody's dice. */
    public static final class ThrowsDice {
        double luck() {
            return Math.random();
        }
    }

    /** Starts something on the side. */
    public static final class StartsAThread {
        void start() {
            Thread.ofVirtual().start(() -> {});
        }
    }
}
