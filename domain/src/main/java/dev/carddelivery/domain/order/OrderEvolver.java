package dev.carddelivery.domain.order;

import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.order.Order.Active;
import dev.carddelivery.domain.order.Order.Approved;
import dev.carddelivery.domain.order.Order.Delivered;
import dev.carddelivery.domain.order.Order.Ended;
import dev.carddelivery.domain.order.Order.InDelivery;
import dev.carddelivery.domain.order.Order.InProduction;
import dev.carddelivery.domain.order.Order.Placed;
import dev.carddelivery.domain.order.Order.Produced;
import dev.carddelivery.domain.order.Order.Recalling;
import dev.carddelivery.domain.order.Order.Returning;
import dev.carddelivery.domain.order.Order.Verifying;
import dev.carddelivery.domain.order.OrderEvent.ActivationRefused;
import dev.carddelivery.domain.order.OrderEvent.AttentionRaised;
import dev.carddelivery.domain.order.OrderEvent.CardActivated;
import dev.carddelivery.domain.order.OrderEvent.CardExpired;
import dev.carddelivery.domain.order.OrderEvent.CardProduced;
import dev.carddelivery.domain.order.OrderEvent.IdentityConfirmed;
import dev.carddelivery.domain.order.OrderEvent.OrderApproved;
import dev.carddelivery.domain.order.OrderEvent.OrderCancelled;
import dev.carddelivery.domain.order.OrderEvent.OrderChanged;
import dev.carddelivery.domain.order.OrderEvent.OrderPlaced;
import dev.carddelivery.domain.order.OrderEvent.OrderRejected;
import dev.carddelivery.domain.order.OrderEvent.ParcelDelivered;
import dev.carddelivery.domain.order.OrderEvent.ParcelLost;
import dev.carddelivery.domain.order.OrderEvent.ParcelReturned;
import dev.carddelivery.domain.order.OrderEvent.ParcelReturning;
import dev.carddelivery.domain.order.OrderEvent.ParcelTracked;
import dev.carddelivery.domain.order.OrderEvent.ProductionAccepted;
import dev.carddelivery.domain.order.OrderEvent.ProductionRefused;
import dev.carddelivery.domain.order.OrderEvent.ProductionRequested;
import dev.carddelivery.domain.order.OrderEvent.RecallCompleted;
import dev.carddelivery.domain.order.OrderEvent.RecallStarted;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * What each event makes of an order: the second table beside {@link OrderDecider}.
 *
 * <p>Pure and total, and it never refuses: what was recorded has happened, whatever {@link OrderDecider} would say of
 * it now. Only where a stage lacks what an event builds on, the plastic above all, the order stays as it is.
 */
public final class OrderEvolver {

    private OrderEvolver() {}

    /** What {@code order} is after {@code event}. */
    public static Order evolve(Order order, OrderEvent event) {
        return switch (order) {
            case Order.Unplaced o -> event instanceof OrderPlaced e ? new Verifying(Dossier.openedBy(e)) : o;
            case Placed o -> evolve(o, event);
        };
    }

    /** What an order is after its whole history, in the order of the history. */
    public static Order replay(Seq<? extends OrderEvent> history) {
        return history.foldLeft(Order.UNPLACED, OrderEvolver::evolve);
    }

    private static Order evolve(Placed o, OrderEvent event) {
        Dossier dossier = o.dossier();
        return switch (event) {
            case OrderPlaced e -> o;
            case OrderChanged e -> o.with(dossier.with(e.content()));
            case IdentityConfirmed e -> o.with(dossier.with(RequirementType.IDENTITY, Requirement.State.MET));
            case OrderApproved e ->
                new Approved(
                        dossier.waitingFor(new Deadline(Deadline.Kind.PRODUCTION_START, e.editableUntil())),
                        e.editableUntil());
            case OrderRejected e ->
                ended(
                        o.with(dossier.with(RequirementType.IDENTITY, Requirement.State.FAILED)),
                        new Ending.Rejected(e.reason()));
            case ProductionRequested e ->
                new InProduction(
                        dossier.waitingFor(new Deadline(Deadline.Kind.CARD_PRODUCTION, e.productionDue())), false);
            case ProductionAccepted e -> o instanceof InProduction ? new InProduction(dossier, true) : o;
            case ProductionRefused e -> o;
            case CardProduced e ->
                new Produced(dossier.waitingFor(new Deadline(Deadline.Kind.DISPATCH, e.dispatchDue())), e.plastic());
            case ParcelTracked e ->
                withPlastic(
                        o,
                        plastic ->
                                new InDelivery(promised(e, dossier).waitingFor(e.deadline()), plastic, e.shipment()));
            case ParcelDelivered e ->
                withPlastic(
                        o,
                        plastic -> new Delivered(
                                dossier.waitingFor(new Deadline(Deadline.Kind.CARD_EXPIRY, plastic.worksUntil())),
                                plastic,
                                e.shipment(),
                                0,
                                Option.none()));
            case ParcelReturning e ->
                withPlastic(
                        o,
                        plastic -> new Returning(
                                dossier.waitingFor(new Deadline(Deadline.Kind.RETURN, e.returnDue())),
                                plastic,
                                e.shipment(),
                                e.reason()));
            case ParcelReturned e -> ended(o, e.shipment(), new Ending.Returned(e.reason()));
            case ParcelLost e -> ended(o, e.shipment(), new Ending.Lost());
            case CardActivated e ->
                o instanceof Delivered d
                        ? new Active(
                                dossier.waitingFor(new Deadline(
                                        Deadline.Kind.CARD_EXPIRY, d.plastic().worksUntil())),
                                d.plastic(),
                                d.shipment())
                        : o;
            case ActivationRefused e ->
                o instanceof Delivered d
                        ? new Delivered(dossier, d.plastic(), d.shipment(), e.tries(), e.lockedUntil())
                        : o;
            case CardExpired e -> ended(o, new Ending.Expired());
            case OrderCancelled e -> ended(o, new Ending.Cancelled(e.reason()));
            case RecallStarted e ->
                new Recalling(
                        dossier.waitingFor(new Deadline(Deadline.Kind.RECALL, e.recallDue())),
                        e.reason(),
                        o.madeCard(),
                        o.parcel());
            case RecallCompleted e ->
                o instanceof Recalling r ? ended(o, new Ending.Recalled(r.reason(), e.outcome())) : o;
            case AttentionRaised e -> o.with(dossier.calling(e.attention()));
            case ReportNoted e -> o;
        };
    }

    private static Dossier promised(ParcelTracked e, Dossier dossier) {
        return e.eta().map(dossier::promising).getOrElse(dossier);
    }

    /** Only a card that was made can travel. */
    private static Order withPlastic(Placed o, Function<Plastic, Order> next) {
        return o.madeCard().map(next).getOrElse(o);
    }

    private static Ended ended(Placed o, Ending ending) {
        return new Ended(o.dossier().closed(), ending, o.madeCard(), o.parcel());
    }

    private static Ended ended(Placed o, Shipment lastSeen, Ending ending) {
        return new Ended(o.dossier().closed(), ending, o.madeCard(), Option.some(lastSeen));
    }
}
