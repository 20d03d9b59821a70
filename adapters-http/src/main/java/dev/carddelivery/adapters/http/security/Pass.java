package dev.carddelivery.adapters.http.security;

import java.time.Instant;

/**
 * What a token says that was verified.
 *
 * @param caller who calls
 * @param from since when it is valid
 * @param until when it ends
 */
public record Pass(Caller caller, Instant from, Instant until) {}
