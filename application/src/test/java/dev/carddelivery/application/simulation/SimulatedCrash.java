package dev.carddelivery.application.simulation;

/** The end of a life of the program. An error, since nobody who goes on after an exception may go on after this. */
final class SimulatedCrash extends Error {

    private static final long serialVersionUID = 1L;

    SimulatedCrash(String where) {
        super(where, null, false, false);
    }
}
