package dev.carddelivery.application.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * A circuit breaker: after several failures in a row a subscriber is left alone for a while, and then asked with one
 * message first, however many are due. What is left alone loses no try.
 *
 * @param failures how many in a row
 * @param restsUntil until when nothing is sent
 */
record SubscriberHealth(int failures, Instant restsUntil) {

    static final SubscriberHealth WELL = new SubscriberHealth(0, Instant.MIN);

    private static final int PATIENCE = 5;
    private static final Duration REST = Duration.ofSeconds(30);

    SubscriberHealth afterFailure(Instant now) {
        return new SubscriberHealth(failures + 1, failures + 1 < PATIENCE ? restsUntil : now.plus(REST));
    }

    boolean isResting(Instant now) {
        return now.isBefore(restsUntil);
    }

    /** Whether one message tells enough. */
    boolean isDoubtful() {
        return failures >= PATIENCE;
    }
}
