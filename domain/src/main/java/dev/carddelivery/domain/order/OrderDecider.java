package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.order.AllowedAction.CANCEL;
import static dev.carddelivery.domain.order.AllowedAction.UPDATE;
import static dev.carddelivery.domain.order.Attention.Reason.WRONG_PROOF;
import static dev.carddelivery.domain.order.Verdict.contradictory;
import static dev.carddelivery.domain.order.Verdict.early;
import static dev.carddelivery.domain.order.Verdict.late;
import static dev.carddelivery.domain.order.Verdict.nothingNew;
import static dev.carddelivery.domain.order.Verdict.record;
import static dev.carddelivery.domain.order.Verdict.refuse;

import dev.carddelivery.domain.delivery.DeliveryPlan;
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
import dev.carddelivery.domain.order.Order.Unplaced;
import dev.carddelivery.domain.order.Order.Verifying;
import dev.carddelivery.domain.order.OrderCommand.Activate;
import dev.carddelivery.domain.order.OrderCommand.CallSupport;
import dev.carddelivery.domain.order.OrderCommand.Cancel;
import dev.carddelivery.domain.order.OrderCommand.Change;
import dev.carddelivery.domain.order.OrderCommand.PassDeadline;
import dev.carddelivery.domain.order.OrderCommand.Place;
import dev.carddelivery.domain.order.OrderCommand.Redirect;
import dev.carddelivery.domain.order.OrderCommand.ReportDelivery;
import dev.carddelivery.domain.order.OrderCommand.ReportIdentity;
import dev.carddelivery.domain.order.OrderCommand.ReportProduction;
import dev.carddelivery.domain.order.OrderEvent.ActivationRefused;
import dev.carddelivery.domain.order.OrderEvent.AttentionRaised;
import dev.carddelivery.domain.order.OrderEvent.CardActivated;
import dev.carddelivery.domain.order.OrderEvent.CardExpired;
import dev.carddelivery.domain.order.OrderEvent.OrderCancelled;
import dev.carddelivery.domain.order.OrderEvent.OrderChanged;
import dev.carddelivery.domain.order.OrderEvent.OrderPlaced;
import dev.carddelivery.domain.order.OrderEvent.ParcelRedirected;
import dev.carddelivery.domain.order.OrderEvent.ProductionRequested;
import dev.carddelivery.domain.order.OrderEvent.RecallStarted;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The life of an order as one table: what each command does at each stage. Read it from top to bottom; a stanza per
 * command, its legal rows first, its refusal last. A report of a partner is refused only as long as it comes too early,
 * to be brought again when the order has got there: one that no longer fits is noted, so that nothing that was said is
 * lost.
 *
 * <p>Pure and total: equal state and command give equal events, and no clock or chance is asked.
 *
 * @param terms how long things may take
 */
public record OrderDecider(ServiceTerms terms) {

    private record Situation(Order order, OrderCommand command) {}

    /**
     * Decides what {@code command} does to {@code order}.
     *
     * @return the events to record, in order; none when the order already is as wished; or the reason for a refusal
     */
    public Either<OrderRejection, List<OrderEvent>> decide(Order order, OrderCommand command) {
        PartnerReports reports = new PartnerReports(terms);
        return switch (new Situation(order, command)) {
            case Situation(Unplaced o, Place c) -> place(c);
            case Situation(Placed o, Place c) -> refuse(new OrderRejection.AlreadyPlaced());
            case Situation(Unplaced o, OrderCommand c) -> refuse(new OrderRejection.NotPlaced());

            case Situation(Approved o, Change c) when !c.by().now().isBefore(o.editableUntil()) -> notEditable(o);
            case Situation(Placed o, Change c) when UPDATE.isOpenAt(o) -> change(o, c);
            case Situation(Placed o, Change c) -> notEditable(o);

            case Situation(Produced o, Redirect c) -> redirect(o, c);
            case Situation(InDelivery o, Redirect c) -> redirect(o, c);
            case Situation(Placed o, Redirect c) -> refuse(new OrderRejection.NotRedirectable(Status.of(o)));

            case Situation(Verifying o, Cancel c) -> record(new OrderCancelled(c.reason()));
            case Situation(Approved o, Cancel c) -> record(new OrderCancelled(c.reason()));
            case Situation(Placed o, Cancel c) when CANCEL.isOpenAt(o) -> recall(c);
            case Situation(Placed o, Cancel c) when wasTakenBack(o) -> nothingNew();
            case Situation(Placed o, Cancel c) -> refuse(new OrderRejection.NotCancellable(Status.of(o)));

            case Situation(Delivered o, Activate c) when o.plastic().worksAt(c.by().now()) -> activate(o, c);
            case Situation(Active o, Activate c) when c.proves(o.plastic()) -> nothingNew();
            case Situation(Placed o, Activate c) -> refuse(new OrderRejection.NotActivatable(Status.of(o)));

            case Situation(Verifying o, ReportIdentity c) -> reports.verify(o, c);
            case Situation(Placed o, ReportIdentity c) -> late(c);

            case Situation(InProduction o, ReportProduction c) -> reports.produce(o, c);
            case Situation(Recalling o, ReportProduction c) -> reports.stop(o, c);
            case Situation(Verifying o, ReportProduction c) -> early(o);
            case Situation(Approved o, ReportProduction c) -> early(o);
            case Situation(Placed o, ReportProduction c) -> late(c);

            case Situation(Active o, ReportDelivery c) when isOfAnotherParcel(o, c) -> contradictory(c);
            case Situation(Ended o, ReportDelivery c) when isOfAnotherParcel(o, c) -> contradictory(c);
            case Situation(Placed o, ReportDelivery c) when isOfAnotherParcel(o, c) -> reports.contradict(o, c);
            case Situation(Placed o, ReportDelivery c) when !Sighting.isNews(c, o.parcel()) -> late(c);
            case Situation(Produced o, ReportDelivery c) -> reports.deliver(o, c);
            case Situation(InDelivery o, ReportDelivery c) -> reports.deliver(o, c);
            case Situation(Delivered o, ReportDelivery c) -> reports.takeBack(o, c);
            case Situation(Returning o, ReportDelivery c) -> reports.bringBack(o, c);
            case Situation(Recalling o, ReportDelivery c) -> reports.bringBackRecalled(o, c);
            case Situation(Verifying o, ReportDelivery c) -> early(o);
            case Situation(Approved o, ReportDelivery c) -> early(o);
            case Situation(InProduction o, ReportDelivery c) -> early(o);
            case Situation(Placed o, ReportDelivery c) -> late(c);

            case Situation(Ended o, CallSupport c) -> nothingNew();
            case Situation(Placed o, CallSupport c) when o.isCalling(c.reason()) -> nothingNew();
            case Situation(Placed o, CallSupport c) ->
                record(new AttentionRaised(terms.call(c.reason(), c.by().now())));

            case Situation(Placed o, PassDeadline c) when !isDue(o, c) -> nothingNew();
            case Situation(Approved o, PassDeadline c) ->
                record(new ProductionRequested(terms.productionDue(c.by().now())));
            case Situation(Delivered o, PassDeadline c) -> record(new CardExpired());
            case Situation(Active o, PassDeadline c) -> record(new CardExpired());
            case Situation(Placed o, PassDeadline c) ->
                record(new AttentionRaised(terms.call(overdue(c.deadline().what()), c.by().now())));
        };
    }

    private Either<OrderRejection, List<OrderEvent>> place(Place c) {
        Seq<Violation> violations = c.content().violationsOn(c.by().today());
        return violations.nonEmpty()
                ? refuse(new OrderRejection.InvalidContent(violations))
                : record(new OrderPlaced(
                        c.id(),
                        c.owner(),
                        c.purpose(),
                        c.content(),
                        terms.eta(c.by().now()),
                        terms.identityCheckDue(c.by().now())));
    }

    /**
     * Also a change that changes nothing is recorded: only what is in the history is recognised when it is repeated,
     * and after another change the repetition would undo that one.
     */
    private static Either<OrderRejection, List<OrderEvent>> change(Placed o, Change c) {
        return unlessSlotPassed(o, c.wanted().delivery(), c.by(), new OrderChanged(c.wanted()));
    }

    /** Recorded like a change, also where it is sent to where it was going. */
    private static Either<OrderRejection, List<OrderEvent>> redirect(Placed o, Redirect c) {
        return unlessSlotPassed(o, c.to(), c.by(), new ParcelRedirected(c.to()));
    }

    private static Either<OrderRejection, List<OrderEvent>> unlessSlotPassed(
            Placed o, DeliveryPlan wanted, Provenance by, OrderEvent event) {
        OrderContent present = o.dossier().content();
        boolean sameDelivery = wanted.equals(present.delivery());
        Option<Violation> passedSlot =
                sameDelivery ? Option.none() : present.with(wanted).slotViolationOn(by.today());
        return passedSlot.isDefined() ? refuse(new OrderRejection.InvalidContent(passedSlot.toList())) : record(event);
    }

    private Either<OrderRejection, List<OrderEvent>> recall(Cancel c) {
        return record(new RecallStarted(c.reason(), terms.recallDue(c.by().now())));
    }

    private static boolean wasTakenBack(Placed o) {
        return o instanceof Recalling
                || (o instanceof Ended ended
                        && (ended.ending() instanceof Ending.Cancelled || ended.ending() instanceof Ending.Recalled));
    }

    private Either<OrderRejection, List<OrderEvent>> activate(Delivered o, Activate c) {
        if (o.isLockedAt(c.by().now())) {
            return refuse(new OrderRejection.ActivationLocked(o.lockedUntil().get()));
        }
        if (c.proves(o.plastic())) {
            return record(new CardActivated());
        }
        int tries = o.lockedUntil().isDefined() ? 1 : o.wrongTries() + 1;
        return tries < Delivered.ALLOWED_TRIES
                ? record(new ActivationRefused(tries, Option.none()))
                : record(
                        new ActivationRefused(tries, Option.some(terms.activationLockedUntil(c.by().now()))),
                        new AttentionRaised(terms.call(WRONG_PROOF, c.by().now())));
    }

    /** The first report names the parcel; from then on no other parcel says anything about this order. */
    private static boolean isOfAnotherParcel(Placed o, ReportDelivery c) {
        return !o.parcel().map(Shipment::trackingNumber).forAll(c.report().trackingNumber()::equals);
    }

    private static boolean isDue(Placed o, PassDeadline c) {
        return o.dossier().deadline().contains(c.deadline())
                && !c.by().now().isBefore(c.deadline().due());
    }

    private static Attention.Reason overdue(Deadline.Kind missed) {
        return switch (missed) {
            case IDENTITY_CHECK -> Attention.Reason.IDENTITY_OVERDUE;
            case PRODUCTION_START, CARD_PRODUCTION -> Attention.Reason.PRODUCTION_OVERDUE;
            case DISPATCH -> Attention.Reason.DISPATCH_OVERDUE;
            case DELIVERY, CARD_EXPIRY -> Attention.Reason.DELIVERY_OVERDUE;
            case PICKUP -> Attention.Reason.PICKUP_OVERDUE;
            case RECALL -> Attention.Reason.RECALL_OVERDUE;
            case RETURN -> Attention.Reason.RETURN_OVERDUE;
        };
    }

    private static Either<OrderRejection, List<OrderEvent>> notEditable(Placed o) {
        return refuse(new OrderRejection.NotEditable(Status.of(o)));
    }
}
