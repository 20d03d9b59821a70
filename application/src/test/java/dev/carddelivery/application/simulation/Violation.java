package dev.carddelivery.application.simulation;

/** A promise of the system was broken. */
final class Violation extends Error {

    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }

    /** Fails unless {@code holds}. */
    static void unless(boolean holds, String what) {
        if (!holds) {
            throw new Violation(what);
        }
    }
}
