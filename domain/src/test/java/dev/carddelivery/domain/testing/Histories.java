package dev.carddelivery.domain.testing;

import static dev.carddelivery.domain.testing.Examples.seen;

import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.order.ReturnReason;
import dev.carddelivery.domain.order.Status;
import io.vavr.collection.List;
import io.vavr.control.Option;

/** What happened to the example order until it got to a status; written down as it was recorded, nothing decided. */
public final class Histories {

    /** Nothing yet. */
    public static final List<OrderEvent> UNPLACED = List.empty();

    public static final List<OrderEvent> VERIFYING = UNPLACED.append(new OrderEvent.OrderPlaced(
            Examples.ORDER_ID,
            Examples.OWNER,
            Purpose.FIRST,
            Examples.CONTENT,
            new TimeWindow(Timeline.EARLIEST_ARRIVAL, Timeline.LATEST_ARRIVAL),
            Timeline.IDENTITY_DUE));

    public static final List<OrderEvent> APPROVED =
            VERIFYING.append(new OrderEvent.IdentityConfirmed()).append(new OrderEvent.OrderApproved(Timeline.CUT_OFF));

    public static final List<OrderEvent> IN_PRODUCTION =
            APPROVED.append(new OrderEvent.ProductionRequested(Timeline.PRODUCTION_DUE));

    public static final List<OrderEvent> PRODUCED = IN_PRODUCTION
            .append(new OrderEvent.ProductionAccepted())
            .append(new OrderEvent.CardProduced(Examples.PLASTIC, Timeline.DISPATCH_DUE));

    public static final List<OrderEvent> IN_DELIVERY = PRODUCED.append(new OrderEvent.ParcelTracked(
            seen(Leg.DISPATCHED, Timeline.DISPATCHED_AT), Option.some(Examples.COURIERS_ETA), handOver()));

    public static final List<OrderEvent> DELIVERY_PROBLEM = IN_DELIVERY.append(new OrderEvent.ParcelTracked(
            new Shipment(Examples.PARCEL, Leg.ATTEMPT_FAILED, Option.some(Examples.ATTEMPT), Timeline.FAILED_AT),
            Option.none(),
            handOver()));

    public static final List<OrderEvent> AWAITING_PICKUP = IN_DELIVERY.append(new OrderEvent.ParcelTracked(
            seen(Leg.WAITING, Timeline.WAITING_AT),
            Option.none(),
            new Deadline(Deadline.Kind.PICKUP, Timeline.WAITING_UNTIL)));

    public static final List<OrderEvent> DELIVERED =
            IN_DELIVERY.append(new OrderEvent.ParcelDelivered(seen(Leg.DELIVERED, Timeline.DELIVERED_AT)));

    public static final List<OrderEvent> ACTIVE = DELIVERED.append(new OrderEvent.CardActivated());

    public static final List<OrderEvent> RETURNING = IN_DELIVERY.append(new OrderEvent.ParcelReturning(
            seen(Leg.RETURNING, Timeline.RETURNING_AT), ReturnReason.NOT_COLLECTED, Timeline.RETURN_DUE));

    /** Taken back while the bureau was at it. */
    public static final List<OrderEvent> RECALLING = recalled(IN_PRODUCTION);

    /** Taken back while the courier had the parcel. */
    public static final List<OrderEvent> RECALLING_PARCEL = recalled(IN_DELIVERY);

    public static final List<OrderEvent> CANCELLED =
            VERIFYING.append(new OrderEvent.OrderCancelled(CancelReason.CHANGED_MY_MIND));

    public static final List<OrderEvent> REJECTED =
            VERIFYING.append(new OrderEvent.OrderRejected(IdentityReport.Reason.DATA_MISMATCH));

    public static final List<OrderEvent> EXPIRED = ACTIVE.append(new OrderEvent.CardExpired());

    /** Brought back because nobody took it. */
    public static final List<OrderEvent> RETURNED = RETURNING.append(
            new OrderEvent.ParcelReturned(seen(Leg.RETURNED, Timeline.RETURNED_AT), ReturnReason.NOT_COLLECTED));

    /** Brought back because the customer took the order back. */
    public static final List<OrderEvent> RECALLED =
            RECALLING.append(new OrderEvent.RecallCompleted(OrderEvent.RecallCompleted.Outcome.DESTROYED));

    public static final List<OrderEvent> LOST =
            IN_DELIVERY.append(new OrderEvent.ParcelLost(seen(Leg.LOST, Timeline.DELIVERED_AT)));

    private Histories() {}

    /** The shortest history that ends in {@code status}. */
    public static List<OrderEvent> endingIn(Status status) {
        return switch (status) {
            case VERIFYING -> VERIFYING;
            case APPROVED -> APPROVED;
            case IN_PRODUCTION -> IN_PRODUCTION;
            case PRODUCED -> PRODUCED;
            case IN_DELIVERY -> IN_DELIVERY;
            case AWAITING_PICKUP -> AWAITING_PICKUP;
            case DELIVERY_PROBLEM -> DELIVERY_PROBLEM;
            case DELIVERED -> DELIVERED;
            case ACTIVE -> ACTIVE;
            case RECALLING -> RECALLING;
            case RETURNING -> RETURNING;
            case CANCELLED -> CANCELLED;
            case REJECTED -> REJECTED;
            case EXPIRED -> EXPIRED;
            case RETURNED -> RETURNED;
            case LOST -> LOST;
        };
    }

    /** {@code history}, and then the example customer took the order back. */
    public static List<OrderEvent> recalled(List<OrderEvent> history) {
        return history.append(new OrderEvent.RecallStarted(CancelReason.CHANGED_MY_MIND, Timeline.RECALL_DUE));
    }

    private static Deadline handOver() {
        return new Deadline(Deadline.Kind.DELIVERY, Timeline.DELIVERY_DUE);
    }
}
