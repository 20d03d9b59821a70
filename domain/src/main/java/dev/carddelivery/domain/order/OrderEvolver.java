package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.order.Deadline.Kind.CARD_EXPIRY;
import static dev.carddelivery.domain.order.Deadline.Kind.CARD_PRODUCTION;
import static dev.carddelivery.domain.order.Deadline.Kind.DISPATCH;
import static dev.carddelivery.domain.order.Deadline.Kind.PRODUCTION_START;
import static dev.carddelivery.domain.order.Deadline.Kind.RECALL;
import static dev.carddelivery.domain.order.Deadline.Kind.RETURN;
import static dev.carddelivery.domain.order.Requirement.State.FAILED;
import static dev.carddelivery.domain.order.Requirement.State.MET;
import static dev.carddelivery.domain.order.RequirementType.IDENTITY;

import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.order.Ending.Cancelled;
import dev.carddelivery.domain.order.Ending.Expired;
import dev.carddelivery.domain.order.Ending.Lost;
import dev.carddelivery.domain.order.Ending.Recalled;
import dev.carddelivery.domain.order.Ending.Rejected;
import dev.carddelivery.domain.order.Ending.Returned;
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
import dev.carddelivery.domain.order.OrderEvent.ParcelRedirected;
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
            case IdentityConfirmed e -> o.with(dossier.with(IDENTITY, MET));
            case OrderApproved e ->
                new Approved(dossier.waitingFor(PRODUCTION_START, e.editableUntil()), e.editableUntil());
            case OrderRejected e -> ended(o.with(dossier.with(IDENTITY, FAILED)), new Rejected(e.reason()));
            case OrderCancelled e -> ended(o, new Cancelled(e.reason()));

            case ProductionRequested e ->
                new InProduction(dossier.waitingFor(CARD_PRODUCTION, e.productionDue()), false);
            case ProductionAccepted e when o instanceof InProduction -> new InProduction(dossier, true);
            case ProductionAccepted e -> o;
            case ProductionRefused e when o instanceof InProduction -> new InProduction(dossier.closed(), false);
            case ProductionRefused e -> o;
            case CardProduced e -> new Produced(dossier.waitingFor(DISPATCH, e.dispatchDue()), e.plastic());

            case ParcelTracked e when o instanceof Recalling r -> tracked(r, e);
            case ParcelTracked e -> withPlastic(o, card -> new InDelivery(underWay(dossier, e), card, e.shipment()));
            case ParcelDelivered e
            when o instanceof Returning r && r.handedOver().isDefined() ->
                handedOverAgain(r, r.handedOver().get(), e);
            case ParcelDelivered e ->
                withPlastic(o, card -> new Delivered(valid(dossier, card), card, e.shipment(), 0, Option.none()));
            case ParcelRedirected e -> o.with(dossier.with(e.to()));
            case ParcelReturning e -> withPlastic(o, card -> returning(o, card, e));
            case ParcelReturned e -> ended(o, e.shipment(), new Returned(e.reason()));
            case ParcelLost e -> ended(o, e.shipment(), new Lost());

            case CardActivated e when o instanceof Delivered d -> activated(d);
            case CardActivated e -> o;
            case ActivationRefused e when o instanceof Delivered d -> refused(d, e);
            case ActivationRefused e -> o;
            case CardExpired e -> ended(o, new Expired());

            case RecallStarted e ->
                new Recalling(dossier.waitingFor(RECALL, e.recallDue()), e.reason(), o.madeCard(), o.parcel());
            case RecallCompleted e when o instanceof Recalling r -> ended(o, new Recalled(r.reason(), e.outcome()));
            case RecallCompleted e -> o;

            case AttentionRaised e -> o.with(dossier.calling(e.attention()));
            case ReportNoted e -> o;
        };
    }

    private static Recalling tracked(Recalling o, ParcelTracked e) {
        return new Recalling(underWay(o.dossier(), e), o.reason(), o.madeCard(), Option.some(e.shipment()));
    }

    private static Dossier underWay(Dossier dossier, ParcelTracked e) {
        return e.eta().map(dossier::promising).getOrElse(dossier).waitingFor(e.deadline());
    }

    private static Dossier valid(Dossier dossier, Plastic card) {
        return dossier.waitingFor(CARD_EXPIRY, card.worksUntil());
    }

    private static Returning returning(Placed o, Plastic card, ParcelReturning e) {
        Option<Delivered> handedOver = o instanceof Delivered d ? Option.some(d) : Option.none();
        return new Returning(o.dossier().waitingFor(RETURN, e.returnDue()), card, e.shipment(), e.reason(), handedOver);
    }

    /** Wrong proofs still count: who guesses must not get new tries because the courier changes its mind. */
    private static Delivered handedOverAgain(Returning o, Delivered before, ParcelDelivered e) {
        Dossier dossier = valid(o.dossier(), o.plastic());
        return new Delivered(dossier, o.plastic(), e.shipment(), before.wrongTries(), before.lockedUntil());
    }

    private static Active activated(Delivered o) {
        return new Active(valid(o.dossier(), o.plastic()), o.plastic(), o.shipment());
    }

    private static Delivered refused(Delivered o, ActivationRefused e) {
        return new Delivered(o.dossier(), o.plastic(), o.shipment(), e.tries(), e.lockedUntil());
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
