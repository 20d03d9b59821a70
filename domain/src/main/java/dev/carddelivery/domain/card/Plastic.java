package dev.carddelivery.domain.card;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The card as an object, known once the bureau has made it.
 *
 * @param reference the bureau's name for it
 * @param last4 the last digits of its number
 * @param expiry the last month in which it works
 */
public record Plastic(CardReference reference, Last4 last4, YearMonth expiry) {

    /** Whether its validity has not ended yet at {@code moment}. */
    public boolean worksAt(Instant moment) {
        return moment.isBefore(worksUntil());
    }

    /** The first moment at which the card no longer works, in UTC. */
    public Instant worksUntil() {
        return expiry.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
