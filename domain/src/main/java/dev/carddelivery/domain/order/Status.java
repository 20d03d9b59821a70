package dev.carddelivery.domain.order;

import dev.carddelivery.domain.delivery.Leg;

/** Where the card is, in the words the customer reads. */
public enum Status {
    VERIFYING,
    APPROVED,
    IN_PRODUCTION,
    PRODUCED,
    IN_DELIVERY,
    AWAITING_PICKUP,
    DELIVERY_PROBLEM,
    DELIVERED,
    ACTIVE,
    RECALLING,
    RETURNING,
    CANCELLED,
    REJECTED,
    EXPIRED,
    RETURNED,
    LOST;

    /** The status of an order that was placed. */
    public static Status of(Order.Placed order) {
        return switch (order) {
            case Order.Verifying o -> VERIFYING;
            case Order.Approved o -> APPROVED;
            case Order.InProduction o -> IN_PRODUCTION;
            case Order.Produced o -> PRODUCED;
            case Order.InDelivery o when o.shipment().leg() == Leg.WAITING -> AWAITING_PICKUP;
            case Order.InDelivery o when o.shipment().leg() == Leg.ATTEMPT_FAILED -> DELIVERY_PROBLEM;
            case Order.InDelivery o -> IN_DELIVERY;
            case Order.Delivered o -> DELIVERED;
            case Order.Active o -> ACTIVE;
            case Order.Recalling o -> RECALLING;
            case Order.Returning o -> RETURNING;
            case Order.Ended o -> of(o.ending());
        };
    }

    /** Whether nothing follows this status any more. */
    public boolean isFinal() {
        return switch (this) {
            case CANCELLED, REJECTED, EXPIRED, RETURNED, LOST -> true;
            case VERIFYING,
                    APPROVED,
                    IN_PRODUCTION,
                    PRODUCED,
                    IN_DELIVERY,
                    AWAITING_PICKUP,
                    DELIVERY_PROBLEM,
                    DELIVERED,
                    ACTIVE,
                    RECALLING,
                    RETURNING -> false;
        };
    }

    private static Status of(Ending ending) {
        return switch (ending) {
            case Ending.Cancelled e -> CANCELLED;
            case Ending.Rejected e -> REJECTED;
            case Ending.Recalled e -> RETURNED;
            case Ending.Returned e -> RETURNED;
            case Ending.Lost e -> LOST;
            case Ending.Expired e -> EXPIRED;
        };
    }
}
