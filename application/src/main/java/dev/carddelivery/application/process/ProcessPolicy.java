package dev.carddelivery.application.process;

import static dev.carddelivery.application.message.PartnerRequest.Kind.CARD_BLOCK;
import static dev.carddelivery.application.message.PartnerRequest.Kind.CARD_PRODUCE;
import static dev.carddelivery.application.message.PartnerRequest.Kind.CARD_STOP;
import static dev.carddelivery.application.message.PartnerRequest.Kind.CUSTOMER_NOTIFY;
import static dev.carddelivery.application.message.PartnerRequest.Kind.IDENTITY_CHECK;
import static dev.carddelivery.application.message.PartnerRequest.Kind.PARCEL_DISPATCH;
import static dev.carddelivery.application.message.PartnerRequest.Kind.PARCEL_RECALL;
import static dev.carddelivery.application.message.PartnerRequest.Kind.PARCEL_REDIRECT;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderEvent;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;

/** Which event asks which partner for what: the whole choreography on one screen. */
public final class ProcessPolicy {

    private ProcessPolicy() {}

    /** What {@code recorded} asks of the other domains, given the order right after it. */
    public static Seq<PartnerRequest> requests(RecordedEvent recorded, OrderRevision after) {
        return kinds(recorded.event(), after)
                .map(kind -> new PartnerRequest(recorded.orderId(), recorded.version(), kind));
    }

    /** The kinds of requests whose answers an order waits for. */
    public static Set<Kind> awaited(OrderRevision revision) {
        return switch (revision.order()) {
            case Order.Verifying o when o.isCalling(Attention.Reason.IDENTITY_REVIEW) -> HashSet.empty();
            case Order.Verifying o -> HashSet.of(IDENTITY_CHECK);
            case Order.InProduction o
            when o.accepted() || o.isCalling(Attention.Reason.PRODUCTION_REFUSED) -> HashSet.empty();
            case Order.InProduction o -> HashSet.of(CARD_PRODUCE);
            case Order.Produced o -> HashSet.of(PARCEL_DISPATCH);
            case Order.Recalling o when o.parcel().exists(ProcessPolicy::isAnswerToRecall) -> HashSet.empty();
            case Order.Recalling o when o.parcel().isDefined() -> HashSet.of(PARCEL_RECALL);
            case Order.Recalling o -> HashSet.of(CARD_STOP, PARCEL_RECALL);
            case Order.Approved o -> HashSet.empty();
            case Order.InDelivery o -> HashSet.empty();
            case Order.Delivered o -> HashSet.empty();
            case Order.Active o -> HashSet.empty();
            case Order.Returning o -> HashSet.empty();
            case Order.Ended o -> HashSet.empty();
        };
    }

    /** It comes back, or the courier had handed it over and can do no more. */
    private static boolean isAnswerToRecall(Shipment parcel) {
        return parcel.leg() == Leg.RETURNING || parcel.leg() == Leg.DELIVERED;
    }

    private static List<Kind> kinds(OrderEvent event, OrderRevision after) {
        return switch (event) {
            case OrderEvent.OrderPlaced e -> List.of(IDENTITY_CHECK, CUSTOMER_NOTIFY);
            case OrderEvent.OrderApproved e -> List.of(CUSTOMER_NOTIFY);
            case OrderEvent.OrderRejected e -> List.of(CUSTOMER_NOTIFY);
            case OrderEvent.OrderCancelled e -> List.of(CUSTOMER_NOTIFY);
            case OrderEvent.ProductionRequested e -> List.of(CARD_PRODUCE);
            case OrderEvent.CardProduced e -> List.of(PARCEL_DISPATCH);
            case OrderEvent.ParcelRedirected e -> List.of(PARCEL_REDIRECT, CUSTOMER_NOTIFY);
            // Sent off although it is being stopped: what was asked before may have met nobody who had it.
            case OrderEvent.ParcelTracked e
            when after.order() instanceof Order.Recalling && e.shipment().leg() == Leg.DISPATCHED ->
                List.of(PARCEL_RECALL);
            case OrderEvent.ParcelTracked e when after.order() instanceof Order.Recalling -> List.empty();
            case OrderEvent.ParcelTracked e -> List.of(CUSTOMER_NOTIFY);
            case OrderEvent.ParcelDelivered e -> List.of(CUSTOMER_NOTIFY);
            case OrderEvent.ParcelReturning e -> List.of(CUSTOMER_NOTIFY);
            case OrderEvent.CardActivated e -> List.of(CUSTOMER_NOTIFY);

            // Inert first: whatever becomes of the plastic after that, nobody can use it.
            case OrderEvent.RecallStarted e
            when after.order().parcel().isDefined() -> List.of(CARD_BLOCK, PARCEL_RECALL, CUSTOMER_NOTIFY);
            case OrderEvent.RecallStarted e
            when after.order().madeCard().isDefined() -> List.of(CARD_BLOCK, CARD_STOP, PARCEL_RECALL, CUSTOMER_NOTIFY);
            case OrderEvent.RecallStarted e -> List.of(CARD_BLOCK, CARD_STOP, CUSTOMER_NOTIFY);
            case OrderEvent.RecallCompleted e -> List.of(CUSTOMER_NOTIFY);
            case OrderEvent.ParcelReturned e -> List.of(CARD_BLOCK, CUSTOMER_NOTIFY);
            case OrderEvent.ParcelLost e -> List.of(CARD_BLOCK, CUSTOMER_NOTIFY);
            case OrderEvent.CardExpired e -> List.of(CARD_BLOCK, CUSTOMER_NOTIFY);

            case OrderEvent.OrderChanged e -> List.empty();
            case OrderEvent.IdentityConfirmed e -> List.empty();
            case OrderEvent.ProductionAccepted e -> List.empty();
            case OrderEvent.ProductionRefused e -> List.empty();
            case OrderEvent.ActivationRefused e -> List.empty();
            case OrderEvent.AttentionRaised e -> List.empty();
            case OrderEvent.ReportNoted e -> List.empty();
        };
    }
}
