package dev.carddelivery.domain.delivery;

import java.time.Instant;

/**
 * A promise of when something will happen.
 *
 * @param from not before
 * @param to not after; never before {@code from}
 */
public record TimeWindow(Instant from, Instant to) {

    public TimeWindow {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A time window ends before it begins");
        }
    }
}
