package dev.carddelivery.adapters.http.answer;

import dev.carddelivery.domain.order.OrderEvent;

/** The names of events in the contract. */
final class EventNames {

    private EventNames() {}

    static String of(OrderEvent event) {
        return switch (event) {
            case OrderEvent.OrderPlaced e -> "order-placed";
            case OrderEvent.OrderChanged e -> "order-changed";
            case OrderEvent.IdentityConfirmed e -> "identity-confirmed";
            case OrderEvent.OrderApproved e -> "order-approved";
            case OrderEvent.OrderRejected e -> "order-rejected";
            case OrderEvent.ProductionRequested e -> "production-requested";
            case OrderEvent.ProductionAccepted e -> "production-accepted";
            case OrderEvent.ProductionRefused e -> "production-refused";
            case OrderEvent.CardProduced e -> "card-produced";
            case OrderEvent.ParcelTracked e -> "parcel-tracked";
            case OrderEvent.ParcelDelivered e -> "parcel-delivered";
            case OrderEvent.ParcelRedirected e -> "parcel-redirected";
            case OrderEvent.ParcelReturning e -> "parcel-returning";
            case OrderEvent.ParcelReturned e -> "parcel-returned";
            case OrderEvent.ParcelLost e -> "parcel-lost";
            case OrderEvent.CardActivated e -> "card-activated";
            case OrderEvent.ActivationRefused e -> "activation-refused";
            case OrderEvent.CardExpired e -> "card-expired";
            case OrderEvent.OrderCancelled e -> "order-cancelled";
            case OrderEvent.RecallStarted e -> "recall-started";
            case OrderEvent.RecallCompleted e -> "recall-completed";
            case OrderEvent.AttentionRaised e -> "attention-raised";
            case OrderEvent.ReportNoted e -> "report-noted";
        };
    }
}
