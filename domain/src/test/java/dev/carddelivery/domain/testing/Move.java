package dev.carddelivery.domain.testing;

import dev.carddelivery.domain.card.CardDesign;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.EditableContent;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderCommand;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Every kind of command, told apart as far as it can matter to an order. */
public enum Move {
    PLACE,
    CHANGE,
    CHANGE_NOTHING,
    /** At the first moment after the cut-off if the order has one, else at any time. */
    CHANGE_AFTER_CUT_OFF,
    CANCEL,
    PROVE_RIGHT,
    PROVE_WRONG,
    /** At the first moment after the lock if activation is locked, else at any time. */
    PROVE_RIGHT_AFTER_LOCK,
    IDENTITY_PASSED,
    IDENTITY_FAILED,
    IDENTITY_NEEDS_REVIEW,
    BUREAU_ACCEPTED,
    BUREAU_REJECTED,
    BUREAU_PRODUCED,
    BUREAU_STOPPED,
    BUREAU_DESTROYED,
    COURIER_DISPATCHED,
    COURIER_IN_TRANSIT,
    COURIER_OUT_FOR_DELIVERY,
    COURIER_WAITING,
    COURIER_ATTEMPT_FAILED,
    /** In transit once, before anything else that the courier has said. */
    COURIER_OLD_NEWS,
    /** Returning, of a parcel under another number than the one that the courier has named first, if it has. */
    COURIER_OTHER_PARCEL,
    COURIER_DELIVERED,
    COURIER_RETURNING,
    COURIER_RETURNED,
    COURIER_LOST,
    REDIRECT,
    CALL_SUPPORT,
    /** The moment the running deadline is due, if one runs. */
    DEADLINE_PASSED,
    /** One moment too early for the running deadline. */
    DEADLINE_AHEAD,
    /** A deadline for which the order does not wait. */
    DEADLINE_FORGOTTEN;

    private static final Duration PICKUP_TIME = Duration.ofDays(7);

    /**
     * The command by which this move is made.
     *
     * @param order the order as it is; what does not follow from it comes from {@code material}
     * @param now later than every earlier moment of the same order
     */
    public OrderCommand on(Order order, Material material, Instant now) {
        Moment at = Moment.at(now);
        TrackingNumber parcel = parcel(order, material);
        return switch (this) {
            case PLACE -> at.place(material.id(), material.owner(), material.content());
            case CHANGE -> at.change(different(order, material));
            case CHANGE_NOTHING -> at.change(present(order, material));
            case CHANGE_AFTER_CUT_OFF -> Moment.at(cutOff(order).getOrElse(now)).change(different(order, material));
            case CANCEL -> at.cancel(material.reasons().cancelling());
            case PROVE_RIGHT -> at.activate(proof(order, material));
            case PROVE_WRONG -> at.activate(wrong(proof(order, material)));
            case PROVE_RIGHT_AFTER_LOCK ->
                Moment.at(lockEnd(order).getOrElse(now)).activate(proof(order, material));
            case IDENTITY_PASSED -> at.hear(new IdentityReport.Passed());
            case IDENTITY_FAILED ->
                at.hear(new IdentityReport.Failed(material.reasons().identity()));
            case IDENTITY_NEEDS_REVIEW -> at.hear(new IdentityReport.NeedsReview());
            case BUREAU_ACCEPTED -> at.hear(new BureauReport.Accepted());
            case BUREAU_REJECTED ->
                at.hear(new BureauReport.Rejected(material.reasons().bureau()));
            case BUREAU_PRODUCED -> at.hear(new BureauReport.Produced(material.plastic()));
            case BUREAU_STOPPED -> at.hear(new BureauReport.Stopped());
            case BUREAU_DESTROYED -> at.hear(new BureauReport.Destroyed());
            case COURIER_DISPATCHED ->
                at.hear(new CourierReport.Dispatched(parcel, material.parcel().eta()));
            case COURIER_IN_TRANSIT -> at.hear(new CourierReport.InTransit(parcel));
            case COURIER_OUT_FOR_DELIVERY -> at.hear(new CourierReport.OutForDelivery(parcel));
            case COURIER_WAITING -> at.hear(new CourierReport.Waiting(parcel, now.plus(PICKUP_TIME)));
            case COURIER_ATTEMPT_FAILED ->
                at.hear(new CourierReport.AttemptFailed(
                        parcel, material.parcel().attempt()));
            case COURIER_OLD_NEWS -> at.of(mirrored(now)).hear(new CourierReport.InTransit(parcel));
            case COURIER_OTHER_PARCEL ->
                at.hear(new CourierReport.Returning(
                        other(parcel), material.reasons().returning()));
            case COURIER_DELIVERED -> at.hear(new CourierReport.Delivered(parcel));
            case COURIER_RETURNING ->
                at.hear(new CourierReport.Returning(parcel, material.reasons().returning()));
            case COURIER_RETURNED -> at.hear(new CourierReport.Returned(parcel));
            case COURIER_LOST -> at.hear(new CourierReport.Lost(parcel));
            case REDIRECT -> at.redirect(material.edit().delivery());
            case CALL_SUPPORT -> at.callSupport(Attention.Reason.PARTNER_SILENT);
            case DEADLINE_PASSED ->
                Moment.at(later(now, running(order, now).due())).pass(running(order, now));
            case DEADLINE_AHEAD ->
                Moment.at(running(order, now).due().minusNanos(1)).pass(running(order, now));
            case DEADLINE_FORGOTTEN -> at.pass(forgotten(order));
        };
    }

    private static EditableContent present(Order order, Material material) {
        return placed(order)
                .map(o -> o.dossier().content())
                .getOrElse(material.content())
                .editable();
    }

    private static EditableContent different(Order order, Material material) {
        EditableContent present = present(order, material);
        return material.edit().equals(present) ? inAnotherDesign(present) : material.edit();
    }

    private static EditableContent inAnotherDesign(EditableContent present) {
        CardDesign design = new CardDesign(present.design().value().equals("summer") ? "winter" : "summer");
        return new EditableContent(present.embossingName(), design, present.contact(), present.delivery());
    }

    private static Last4 proof(Order order, Material material) {
        return placed(order)
                .flatMap(Order.Placed::madeCard)
                .getOrElse(material.plastic())
                .last4();
    }

    private static Last4 wrong(Last4 proof) {
        return new Last4(proof.value().equals("0000") ? "0001" : "0000");
    }

    private static TrackingNumber parcel(Order order, Material material) {
        return placed(order)
                .flatMap(Order.Placed::parcel)
                .map(Shipment::trackingNumber)
                .getOrElse(material.parcel().trackingNumber());
    }

    private static TrackingNumber other(TrackingNumber parcel) {
        return new TrackingNumber(parcel.value().equals("OTHER-1") ? "OTHER-2" : "OTHER-1");
    }

    private static Option<Instant> cutOff(Order order) {
        return order instanceof Order.Approved approved ? Option.some(approved.editableUntil()) : Option.none();
    }

    private static Option<Instant> lockEnd(Order order) {
        return order instanceof Order.Delivered delivered ? delivered.lockedUntil() : Option.none();
    }

    private static Deadline running(Order order, Instant now) {
        return placed(order)
                .flatMap(o -> o.dossier().deadline())
                .getOrElse(() -> new Deadline(Deadline.Kind.IDENTITY_CHECK, now));
    }

    /** No promise runs out before it was made, so nothing waits for this one. */
    private static Deadline forgotten(Order order) {
        return new Deadline(running(order, Timeline.PLACED_AT).what(), Timeline.PLACED_AT);
    }

    /** The later {@code now} is, the longer before every order's beginning, yet by no more than clocks differ. */
    private static Instant mirrored(Instant now) {
        return Timeline.PLACED_AT.minus(
                Duration.between(Timeline.PLACED_AT, now).dividedBy(4_000_000));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Option<Order.Placed> placed(Order order) {
        return order instanceof Order.Placed placed ? Option.some(placed) : Option.none();
    }
}
