package dev.carddelivery.application.port;

/**
 * Whether this instance of the program is the one that reacts to the log. It saves the others' work and is not needed
 * for safety: two that both believe to lead do everything twice, and everything may be done twice.
 */
@FunctionalInterface
public interface Leadership {

    /** Whether this instance leads at the moment. */
    boolean isLeader();
}
