package dev.carddelivery.domain.order;

import java.time.Instant;

/**
 * A moment at which something must have happened; if it has not, the order hears of it.
 *
 * @param what what must have happened
 * @param due by when
 */
public record Deadline(Kind what, Instant due) {

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
        RETURN
    }
}
