package dev.carddelivery.adapters.http.security;

import dev.carddelivery.adapters.http.problem.ProblemException;

/** Tells who calls. */
public interface Authenticator {

    /**
     * Verifies a token.
     *
     * @param token a JWT as the client sent it
     * @throws ProblemException {@code unauthenticated} when it is not valid (any more), {@code unavailable} when that
     *     cannot be told now
     */
    Pass authenticate(String token);

    /** Whether a pass that was given has ended by now. Nothing is verified again. */
    boolean hasEnded(Pass pass);
}
