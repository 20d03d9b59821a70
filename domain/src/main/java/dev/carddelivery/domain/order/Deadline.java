package dev.carddelivery.domain.order;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A moment at which something must have happened; if it has not, the order hears of it. The moment is exact to the
 * microsecond: whoever is told of a deadline finds it again in the order, wherever it has been stored in between.
 *
 * @param what what must have happened
 * @param due by when; cut off to whole microseconds
 */
public record Deadline(Kind what, Instant due) {

    public Deadline {
        due = due.truncatedTo(ChronoUnit.MICROS);
    }

    /** What can be waited for. All but the cut-off and the expiry call a person when they pass. */
    public enum Kind {
        IDENTITY_CHECK,
        /** The cut-off: until then the customer may change the order, then the card is made. */
        PRODUCTION_START,
        CARD_PRODUCTION,
        DISPATCH,
        DELIVERY,
        PICKUP,
        /** The end of the card's validity; until then the customer may activate it. */
        CARD_EXPIRY,
        RECALL,
        RETURN;

        /** Whether a person is called when it passes; else the order moves on by itself. */
        boolean callsAPerson() {
            return switch (this) {
                case PRODUCTION_START, CARD_EXPIRY -> false;
                case IDENTITY_CHECK, CARD_PRODUCTION, DISPATCH, DELIVERY, PICKUP, RECALL, RETURN -> true;
            };
        }
    }
}
