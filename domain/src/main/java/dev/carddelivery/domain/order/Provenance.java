package dev.carddelivery.domain.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Where a command comes from. The domain has no clock, so this is also where the present comes from. Its instants are
 * exact to the microsecond, and cut off there: what is recorded is the same wherever it has been stored.
 *
 * @param commandId the command's name, the same when it is repeated
 * @param actor who wishes or asserts it
 * @param happenedAt when it happened, by the actor's clock; for a customer's wish the same as {@code now}
 * @param now when this system looks at it
 */
public record Provenance(CommandId commandId, Actor actor, Instant happenedAt, Instant now) {

    public Provenance {
        happenedAt = happenedAt.truncatedTo(ChronoUnit.MICROS);
        now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** The day of {@code now} in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
