package dev.carddelivery.domain.order;

import java.time.Instant;

/**
 * A call for a person to look at an order. It ends when the order moves on.
 *
 * @param reason why
 * @param since when it was raised
 * @param due by when somebody should have looked
 */
public record Attention(Reason reason, Instant since, Instant due) {

    /** Why a person must look. */
    public enum Reason {
        IDENTITY_REVIEW,
        IDENTITY_OVERDUE,
        PRODUCTION_REFUSED,
        PRODUCTION_OVERDUE,
        DISPATCH_OVERDUE,
        DELIVERY_OVERDUE,
        PICKUP_OVERDUE,
        RECALL_OVERDUE,
        RETURN_OVERDUE,
        WRONG_PROOF,
        DELIVERED_DESPITE_RECALL,
        /**
         * Two reports cannot both be true, and either may be: of two parcels, or of a card that was never made and is.
         */
        CONTRADICTORY_REPORTS,
        /** A partner did not answer, however often it was asked. */
        PARTNER_SILENT
    }
}
