package dev.carddelivery.domain.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A promise of when something will happen. Both moments are cut off to whole microseconds, as databases keep them.
 *
 * @param from not before
 * @param to not after; never before {@code from}
 */
public record TimeWindow(Instant from, Instant to) {

    public TimeWindow {
        from = from.truncatedTo(ChronoUnit.MICROS);
        to = to.truncatedTo(ChronoUnit.MICROS);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A time window ends before it begins");
        }
    }
}
