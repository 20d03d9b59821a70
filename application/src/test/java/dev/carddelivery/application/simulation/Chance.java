package dev.carddelivery.application.simulation;

import io.vavr.collection.Seq;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;

/** The only source of chance in a simulated world: the same seed gives the same chances for ever. */
final class Chance {

    private static final double RARELY = 0.1;
    private static final int FAR_LONGER = 10;

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** True with this probability, from 0 to 1. */
    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    /** A fraction of {@code most}. */
    double upTo(double most) {
        return random.nextDouble() * most;
    }

    /** A number between these two, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** So many whole seconds between these two, both included. */
    Duration between(Duration least, Duration most) {
        return Duration.ofSeconds(random.nextLong(least.toSeconds(), most.toSeconds() + 1));
    }

    /** At most {@code usual} as a rule, and now and then far longer. */
    Duration about(Duration usual) {
        return between(Duration.ZERO, of(RARELY) ? usual.multipliedBy(FAR_LONGER) : usual);
    }

    /** One of {@code all}, of which there is at least one. */
    <T> T oneOf(Seq<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A name that nobody else has. */
    UUID name() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Decides between things that have nothing else to tell them apart. */
    long toss() {
        return random.nextLong();
    }
}
