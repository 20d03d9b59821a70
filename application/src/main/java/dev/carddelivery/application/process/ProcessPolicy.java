package dev.carddelivery.application.process;

import static dev.carddelivery.application.process.PartnerRequest.Kind.CARD_BLOCK;
import static dev.carddelivery.application.process.PartnerRequest.Kind.CARD_PRODUCE;
import static dev.carddelivery.application.process.PartnerRequest.Kind.CARD_STOP;
import static dev.carddelivery.application.process.PartnerRequest.Kind.IDENTITY_CHECK;
import static dev.carddelivery.application.process.PartnerRequest.Kind.PARCEL_DISPATCH;
import static dev.carddelivery.application.process.PartnerRequest.Kind.PARCEL_RECALL;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.process.PartnerRequest.Kind;
import dev.carddelivery.domain.order.OrderEvent;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** Which event asks which partner for what: the whole choreography on one screen. */
public final class ProcessPolicy {

    private ProcessPolicy() {}

    /** What {@code recorded} asks of the other domains, given the order right after it. */
    public static Seq<PartnerRequest> requests(RecordedEvent recorded, OrderRevision after) {
        return kinds(recorded.event(), after)
                .map(kind -> new PartnerRequest(recorded.orderId(), recorded.version(), kind));
    }

    private static List<Kind> kinds(OrderEvent event, OrderRevision after) {
        return switch (event) {
            case OrderEvent.OrderPlaced e -> List.of(IDENTITY_CHECK);
            case OrderEvent.ProductionRequested e -> List.of(CARD_PRODUCE);
            case OrderEvent.CardProduced e -> List.of(PARCEL_DISPATCH);

            // Inert first: whatever becomes of the plastic after that, nobody can use it.
            case OrderEvent.RecallStarted e
            when after.order().parcel().isDefined() -> List.of(CARD_BLOCK, PARCEL_RECALL);
            case OrderEvent.RecallStarted e
            when after.order().madeCard().isDefined() -> List.of(CARD_BLOCK, CARD_STOP, PARCEL_RECALL);
            case OrderEvent.RecallStarted e -> List.of(CARD_BLOCK, CARD_STOP);
            case OrderEvent.ParcelReturned e -> List.of(CARD_BLOCK);
            case OrderEvent.ParcelLost e -> List.of(CARD_BLOCK);
            case OrderEvent.CardExpired e -> List.of(CARD_BLOCK);

            case OrderEvent.OrderChanged e -> List.empty();
            case OrderEvent.IdentityConfirmed e -> List.empty();
            case OrderEvent.OrderApproved e -> List.empty();
            case OrderEvent.OrderRejected e -> List.empty();
            case OrderEvent.ProductionAccepted e -> List.empty();
            case OrderEvent.ProductionRefused e -> List.empty();
            case OrderEvent.ParcelTracked e -> List.empty();
            case OrderEvent.ParcelDelivered e -> List.empty();
            case OrderEvent.ParcelRedirected e -> List.empty();
            case OrderEvent.ParcelReturning e -> List.empty();
            case OrderEvent.CardActivated e -> List.empty();
            case OrderEvent.ActivationRefused e -> List.empty();
            case OrderEvent.OrderCancelled e -> List.empty();
            case OrderEvent.RecallCompleted e -> List.empty();
            case OrderEvent.AttentionRaised e -> List.empty();
            case OrderEvent.ReportNoted e -> List.empty();
        };
    }
}
