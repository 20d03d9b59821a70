package dev.carddelivery.application.simulation;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A world in which the whole program is run in one thread, by a clock and a chance of its own, while everything goes
 * wrong that can. The same seed is the same world, to the last step.
 */
public final class Simulation {

    private Simulation() {}

    /**
     * What has happened in one world.
     *
     * @param seed which
     * @param violation which promise of the system was broken; none where all were kept
     * @param trace what has happened, a line each
     */
    public record Run(long seed, Option<String> violation, Vector<String> trace) {

        /** What was broken, and the last steps before that. */
        public String story(int steps) {
            return "Seed " + seed + ": " + violation.getOrElse("nothing was broken") + "\n  "
                    + trace.takeRight(steps).mkString("\n  ");
        }
    }

    /**
     * Lets a world happen.
     *
     * @param seed which
     * @param stores where its program keeps things
     */
    public static Run run(long seed, Stores stores) {
        return run(seed, stores, Flaw.NONE);
    }

    static Run run(long seed, Stores stores, Flaw flaw) {
        Nature nature = new Nature(seed);
        Option<String> violation = Option.none();
        try {
            new World(nature, flaw == Flaw.NOTHING_PARKED ? stores.withoutParking() : stores, flaw).turn();
        } catch (Violation broken) {
            violation = Option.some(broken.getMessage());
        } catch (RuntimeException e) {
            violation = Option.some("the program fails with " + e + " at " + e.getStackTrace()[0]);
        }
        return new Run(seed, violation, nature.trace().lines());
    }
}
