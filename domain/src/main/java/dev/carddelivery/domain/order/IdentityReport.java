package dev.carddelivery.domain.order;

/** What the identity service says about the customer. */
public sealed interface IdentityReport extends PartnerReport {

    /** The customer is who the order says. */
    record Passed() implements IdentityReport {}

    /** The bank will not issue a card to this person. */
    record Failed(Reason reason) implements IdentityReport {}

    /** A person has to look; another report follows. */
    record NeedsReview() implements IdentityReport {}

    /** Why a check failed. */
    enum Reason {
        DOCUMENT_INVALID,
        DOCUMENT_EXPIRED,
        DATA_MISMATCH,
        /** The person stands on a sanctions list. Nobody can waive that. */
        SANCTIONS,
        POLICY
    }
}
