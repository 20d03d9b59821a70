package dev.carddelivery.domain.order;

import dev.carddelivery.domain.card.Plastic;

/** What the card bureau says about the plastic. */
public sealed interface BureauReport extends PartnerReport {

    /** The bureau took the job. */
    record Accepted() implements BureauReport {}

    /** The bureau did not take the job. */
    record Rejected(Reason reason) implements BureauReport {}

    /** The plastic exists. */
    record Produced(Plastic plastic) implements BureauReport {}

    /** The job was stopped before there was any plastic. */
    record Stopped() implements BureauReport {}

    /** The plastic was destroyed. */
    record Destroyed() implements BureauReport {}

    /** Why a bureau does not take a job. */
    enum Reason {
        UNPRINTABLE_NAME,
        DESIGN_UNAVAILABLE,
        OUT_OF_STOCK,
        OTHER
    }
}
