package dev.carddelivery.domain.order;

import io.vavr.control.Option;
import java.time.Instant;

/**
 * Who acts next on an order, what is expected of them, and by when.
 *
 * @param who who acts
 * @param what what they do
 * @param dueBy by when; none where nothing was promised
 */
public record NextStep(Who who, What what, Option<Instant> dueBy) {

    /** Who can be expected to act. */
    public enum Who {
        BANK,
        CUSTOMER,
        BUREAU,
        COURIER
    }

    /** What can be expected of them. */
    public enum What {
        IDENTITY_CHECK,
        PRODUCTION_START,
        CARD_PRODUCTION,
        DISPATCH,
        DELIVERY,
        PICKUP,
        ACTIVATION,
        RECALL,
        RETURN,
        SUPPORT_REVIEW
    }

    /** What follows for {@code order}; none where nobody has anything to do. A call for a person comes first. */
    public static Option<NextStep> of(Order.Placed order) {
        return order.dossier()
                .attention()
                .map(attention -> new NextStep(Who.BANK, What.SUPPORT_REVIEW, Option.some(attention.due())))
                .orElse(() -> usual(order));
    }

    private static Option<NextStep> usual(Order.Placed order) {
        return switch (order) {
            case Order.Verifying o -> step(Who.BANK, What.IDENTITY_CHECK, o);
            case Order.Approved o -> step(Who.BANK, What.PRODUCTION_START, o);
            case Order.InProduction o -> step(Who.BUREAU, What.CARD_PRODUCTION, o);
            case Order.Produced o -> step(Who.COURIER, What.DISPATCH, o);
            case Order.InDelivery o when Status.of(o) == Status.AWAITING_PICKUP -> step(Who.CUSTOMER, What.PICKUP, o);
            case Order.InDelivery o -> step(Who.COURIER, What.DELIVERY, o);
            case Order.Delivered o -> step(Who.CUSTOMER, What.ACTIVATION, o);
            case Order.Recalling o when o.parcel().isDefined() -> step(Who.COURIER, What.RECALL, o);
            case Order.Recalling o -> step(Who.BUREAU, What.RECALL, o);
            case Order.Returning o -> step(Who.COURIER, What.RETURN, o);
            case Order.Active o -> Option.none();
            case Order.Ended o -> Option.none();
        };
    }

    private static Option<NextStep> step(Who who, What what, Order.Placed order) {
        return Option.some(new NextStep(who, what, order.dossier().deadline().map(Deadline::due)));
    }
}
