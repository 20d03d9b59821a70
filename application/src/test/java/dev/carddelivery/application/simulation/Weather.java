package dev.carddelivery.application.simulation;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Duration;

/**
 * How bad it is in a simulated world.
 *
 * @param lost the share of messages, and of answers to customers, that never arrive
 * @param repeated the share of messages that arrive more than once
 * @param delay how long a message may travel; those that are sent within that time overtake each other
 * @param crash how probable it is that the program crashes, before or after each call on a port
 * @param unavailable how probable it is that a call on a port fails, before or after its work is done
 * @param silence how probable it is that a partner hears nothing for a while
 * @param contradiction how probable it is that a partner says something that has not happened
 */
record Weather(
        double lost,
        double repeated,
        Duration delay,
        double crash,
        double unavailable,
        double silence,
        double contradiction) {

    /** Nothing goes wrong any more. */
    static final Weather CALM = new Weather(0, 0, Duration.ofMinutes(30), 0, 0, 0, 0);

    private static final Seq<Duration> DELAYS =
            List.of(Duration.ofMinutes(5), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(4));
    private static final double SPARED = 0.3;

    /** Some weather. As a rule some of the evils are missing from it, so that the others can have their way. */
    static Weather drawnBy(Chance chance) {
        return new Weather(
                evil(chance, 0.3),
                evil(chance, 0.5),
                chance.oneOf(DELAYS),
                evil(chance, 0.02),
                evil(chance, 0.05),
                evil(chance, 0.5),
                evil(chance, 0.2));
    }

    private static double evil(Chance chance, double worst) {
        return chance.of(SPARED) ? 0 : chance.upTo(worst);
    }
}
