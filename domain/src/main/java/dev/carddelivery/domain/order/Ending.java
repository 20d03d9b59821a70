package dev.carddelivery.domain.order;

/** How an order ended, each way with what there is to say about it. */
public sealed interface Ending {

    /** The customer took it back before there could be any plastic. */
    record Cancelled(CancelReason reason) implements Ending {}

    /** The bank would not issue the card. */
    record Rejected(IdentityReport.Reason reason) implements Ending {}

    /** The customer took it back late, and the plastic was stopped. */
    record Recalled(CancelReason reason, OrderEvent.RecallCompleted.Outcome outcome) implements Ending {}

    /** The courier could not hand it over and brought it back. */
    record Returned(ReturnReason reason) implements Ending {}

    /** The courier lost it. */
    record Lost() implements Ending {}

    /** The card's validity ended. */
    record Expired() implements Ending {}
}
