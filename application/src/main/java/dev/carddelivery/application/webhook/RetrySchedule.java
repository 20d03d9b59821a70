package dev.carddelivery.application.webhook;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * When a delivery is tried.
 *
 * @param waits how long to wait before each try, after the one before has failed
 */
public record RetrySchedule(List<Duration> waits) {

    /** What Standard Webhooks recommends: ten tries in about three days. */
    public static final RetrySchedule STANDARD = new RetrySchedule(List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    /** Waits are up to a tenth longer or shorter, so that what failed together does not come again together. */
    private static final double SPREAD = 0.1;

    /**
     * When to try again.
     *
     * @param delivery which delivery; its waits are the same whenever they are asked for
     * @param tries how often it was tried, at least once
     * @param failed when the last try failed
     * @return none when it was tried often enough
     */
    public Option<Instant> next(UUID delivery, int tries, Instant failed) {
        return Option.when(tries < waits.size(), () -> failed.plus(spread(waits.get(tries), delivery, tries)));
    }

    private static Duration spread(Duration wait, UUID delivery, int tries) {
        int random = (delivery.hashCode() + tries) * 0x9E3779B9; // spreads neighbours over all of the integers
        double part = SPREAD * random / Integer.MIN_VALUE;
        return wait.plusMillis((long) (wait.toMillis() * part));
    }
}
