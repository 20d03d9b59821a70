package dev.carddelivery.domain.order;

import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** What a customer may do with an order, as long as its clock allows. The same function guards the commands. */
public enum AllowedAction {
    UPDATE,
    CANCEL,
    ACTIVATE;

    /** The actions open at the stage of {@code order}, in a fixed order. */
    public static Seq<AllowedAction> of(Order.Placed order) {
        return switch (order) {
            case Order.Verifying o -> List.of(UPDATE, CANCEL);
            case Order.Approved o -> List.of(UPDATE, CANCEL);
            case Order.InProduction o -> List.of(CANCEL);
            case Order.Produced o -> List.of(CANCEL);
            case Order.InDelivery o -> List.of(CANCEL);
            case Order.Returning o -> List.of(CANCEL);
            case Order.Delivered o -> List.of(ACTIVATE);
            case Order.Active o -> List.empty();
            case Order.Recalling o -> List.empty();
            case Order.Ended o -> List.empty();
        };
    }

    /** Whether this action is open at the stage of {@code order}. */
    public boolean isOpenAt(Order.Placed order) {
        return of(order).contains(this);
    }
}
