package dev.carddelivery.application.simulation;

import java.util.function.Supplier;

/** A promise of the system was broken. */
final class Violation extends Error {

    private static final long serialVersionUID = 1L;

    private Violation(String what) {
        super(what);
    }

    /** Fails unless {@code holds}. */
    static void unless(boolean holds, Supplier<String> what) {
        if (!holds) {
            throw new Violation(what.get());
        }
    }
}
