package dev.carddelivery.domain.order;

import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.person.UserId;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * Everything that can have happened to an order. Dates in here are promises, fixed when they were made; who asserted an
 * event, and when, stands beside it in the log.
 */
public sealed interface OrderEvent {

    /** The customer ordered a card; the bank promised to check the identity and to deliver. */
    record OrderPlaced(
            OrderId id, UserId owner, Purpose purpose, OrderContent content, TimeWindow eta, Instant identityCheckDue)
            implements OrderEvent {}

    /** The customer changed the order or confirmed it; {@code content} is the whole editable part as it now is. */
    record OrderChanged(EditableContent content) implements OrderEvent {}

    /** The identity service knows the customer. */
    record IdentityConfirmed() implements OrderEvent {}

    /** All requirements are met; the customer may change the order until {@code editableUntil}. */
    record OrderApproved(Instant editableUntil) implements OrderEvent {}

    /** The bank will not issue this card. */
    record OrderRejected(IdentityReport.Reason reason) implements OrderEvent {}

    /** The cut-off passed; the bureau is being asked for the card. */
    record ProductionRequested(Instant productionDue) implements OrderEvent {}

    /** The bureau took the job. */
    record ProductionAccepted() implements OrderEvent {}

    /** The bureau did not take the job. */
    record ProductionRefused(BureauReport.Reason reason) implements OrderEvent {}

    /** The plastic exists. */
    record CardProduced(Plastic plastic, Instant dispatchDue) implements OrderEvent {}

    /** The courier saw the parcel; {@code eta} is the courier's own promise if it gave one. */
    record ParcelTracked(Shipment shipment, Option<TimeWindow> eta, Deadline deadline) implements OrderEvent {}

    /** The customer has the card; it can be activated while it is valid. */
    record ParcelDelivered(Shipment shipment) implements OrderEvent {}

    /**
     * The parcel is to be handed over as {@code to} says instead. Status and deadline stay until the courier's next
     * report.
     */
    record ParcelRedirected(DeliveryPlan to) implements OrderEvent {}

    /** The parcel is on its way back. */
    record ParcelReturning(Shipment shipment, ReturnReason reason, Instant returnDue) implements OrderEvent {}

    /** The parcel is back with the bank. */
    record ParcelReturned(Shipment shipment, ReturnReason reason) implements OrderEvent {}

    /** The parcel is lost. */
    record ParcelLost(Shipment shipment) implements OrderEvent {}

    /** The customer proved to have the card; it works. */
    record CardActivated() implements OrderEvent {}

    /** The proof was wrong, for the {@code tries}-th time in a row; the last one locks activation for a while. */
    record ActivationRefused(int tries, Option<Instant> lockedUntil) implements OrderEvent {}

    /** The validity of the card ended. */
    record CardExpired() implements OrderEvent {}

    /** The order was taken back before there could be any plastic. */
    record OrderCancelled(CancelReason reason) implements OrderEvent {}

    /** The order was taken back late: the card is inert from now on, and its plastic is being stopped. */
    record RecallStarted(CancelReason reason, Instant recallDue) implements OrderEvent {}

    /** The plastic can no longer reach the customer. */
    record RecallCompleted(Outcome outcome) implements OrderEvent {

        /** What became of the plastic. */
        public enum Outcome {
            NEVER_MADE,
            DESTROYED,
            BROUGHT_BACK
        }
    }

    /** A person must look at the order. */
    record AttentionRaised(Attention attention) implements OrderEvent {}

    /** A partner's report was seen and changed nothing. */
    record ReportNoted(String report, Reason reason) implements OrderEvent {

        /** Why a report changed nothing. */
        public enum Reason {
            /** The order has already gone past it, or heard the same before. */
            LATE,
            /** It contradicts what the order was told or asked before. */
            CONTRADICTORY
        }
    }
}
