package dev.carddelivery.bootstrap.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * What clients managed in a time.
 *
 * @param time how long they worked
 * @param nanos how long each thing took that they did, in nanoseconds, ascending
 */
record Load(Duration time, long[] nanos) {

    static final Load NONE = new Load(Duration.ZERO, new long[0]);

    /** This and {@code other} one after the other. */
    Load and(Load other) {
        long[] both = LongStream.concat(Arrays.stream(nanos), Arrays.stream(other.nanos))
                .sorted()
                .toArray();
        return new Load(time.plus(other.time), both);
    }

    /** The same with more time. */
    Load longer(Duration more) {
        return new Load(time.plus(more), nanos);
    }

    /** How many things were done in a second. */
    double perSecond() {
        return nanos.length / (time.toNanos() / 1e9);
    }

    /** The time, in milliseconds, that this share of all was done in. */
    static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,.0f/s, p50 %.1f ms, p99 %.1f ms", perSecond(), at(nanos, 0.50), at(nanos, 0.99));
    }
}
