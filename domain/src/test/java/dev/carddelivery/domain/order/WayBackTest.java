package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.order.Attention.Reason.DELIVERED_DESPITE_RECALL;
import static dev.carddelivery.domain.order.OrderEvent.RecallCompleted.Outcome.BROUGHT_BACK;
import static dev.carddelivery.domain.order.OrderEvent.ReportNoted.Reason.LATE;
import static dev.carddelivery.domain.testing.Examples.PARCEL;
import static dev.carddelivery.domain.testing.Examples.PLASTIC;
import static dev.carddelivery.domain.testing.Examples.seen;
import static dev.carddelivery.domain.testing.Histories.RECALLING;
import static dev.carddelivery.domain.testing.Histories.RECALLING_PARCEL;
import static dev.carddelivery.domain.testing.Histories.RETURNED;
import static dev.carddelivery.domain.testing.Histories.RETURNING;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.DELIVERED_AT;
import static dev.carddelivery.domain.testing.Timeline.DISPATCHED_AT;
import static dev.carddelivery.domain.testing.Timeline.FAILED_AT;
import static dev.carddelivery.domain.testing.Timeline.RECALLED_AT;
import static dev.carddelivery.domain.testing.Timeline.RECALL_DUE;
import static dev.carddelivery.domain.testing.Timeline.RETURNED_AT;
import static dev.carddelivery.domain.testing.Timeline.RETURNING_AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.order.OrderEvent.AttentionRaised;
import dev.carddelivery.domain.order.OrderEvent.ParcelDelivered;
import dev.carddelivery.domain.order.OrderEvent.ParcelLost;
import dev.carddelivery.domain.order.OrderEvent.ParcelReturned;
import dev.carddelivery.domain.order.OrderEvent.ParcelTracked;
import dev.carddelivery.domain.order.OrderEvent.RecallCompleted;
import dev.carddelivery.domain.testing.Histories;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the courier says about a parcel on its way back, undeliverable or recalled. */
class WayBackTest {

    private static final CourierReport BACK = new CourierReport.Returned(PARCEL);
    private static final CourierReport LOST = new CourierReport.Lost(PARCEL);
    private static final CourierReport DELIVERED = new CourierReport.Delivered(PARCEL);
    private static final CourierReport TURNED_BACK = new CourierReport.Returning(PARCEL, ReturnReason.OTHER);
    private static final CourierReport SCANNED = new CourierReport.InTransit(PARCEL);

    @Test
    void aReturnedParcelKeepsTheReasonForWhichItTurnedBack() {
        given(RETURNING).when(at(RETURNED_AT).hear(BACK)).then(RETURNED.last());
    }

    @Test
    void aParcelCanBeLostOnItsWayBack() {
        given(RETURNING).when(at(RETURNED_AT).hear(LOST)).then(new ParcelLost(seen(Leg.LOST, RETURNED_AT)));
    }

    @Test
    void aParcelThatTurnedBackAndIsHandedOverAllTheSameIsDelivered() {
        given(RETURNING)
                .when(at(RETURNED_AT).hear(DELIVERED))
                .then(new ParcelDelivered(seen(Leg.DELIVERED, RETURNED_AT)));
    }

    @Test
    void oneThatTurnedBackAfterItWasHandedOverIsNot() {
        given(RETURNING).when(at(RETURNED_AT).of(DELIVERED_AT).hear(DELIVERED)).thenNoted("courier.delivered", LATE);
    }

    @Test
    void anEndThatWasOverBeforeTheParcelTurnedBackComesTooLate() {
        var late = at(RETURNED_AT).of(RETURNING_AT.minusNanos(1));
        given(RETURNING).when(late.hear(BACK)).thenNoted("courier.returned", LATE);
        given(RETURNING).when(late.hear(LOST)).thenNoted("courier.lost", LATE);
    }

    @Test
    void whatHappensToAnInertCardAfterItWasHandedOverIsBelieved() {
        var delivered = given(Histories.DELIVERED);
        delivered
                .when(at(RETURNING_AT).hear(new CourierReport.Returning(PARCEL, ReturnReason.NOT_COLLECTED)))
                .then(RETURNING.last());
        delivered
                .when(at(RETURNED_AT).hear(BACK))
                .then(new ParcelReturned(seen(Leg.RETURNED, RETURNED_AT), ReturnReason.UNDELIVERABLE));
        delivered.when(at(RETURNED_AT).hear(LOST)).then(new ParcelLost(seen(Leg.LOST, RETURNED_AT)));
    }

    @Test
    void aLockedCardStaysLockedWhenTheCourierChangesItsMindTwice() {
        Instant unlocked = RETURNED_AT.plus(Duration.ofDays(1));
        given(Histories.DELIVERED
                        .append(new OrderEvent.ActivationRefused(5, Option.some(unlocked)))
                        .append(RETURNING.last())
                        .append(new ParcelDelivered(seen(Leg.DELIVERED, RETURNED_AT))))
                .when(at(RETURNED_AT).activate(PLASTIC.last4()))
                .thenRejected(new OrderRejection.ActivationLocked(unlocked));
    }

    @Test
    void whatHappenedBeforeItWasHandedOverComesTooLate() {
        var late = at(RETURNED_AT).of(FAILED_AT);
        var delivered = given(Histories.DELIVERED);
        delivered
                .when(late.hear(new CourierReport.Returning(PARCEL, ReturnReason.OTHER)))
                .thenNoted("courier.returning", LATE);
        delivered.when(late.hear(BACK)).thenNoted("courier.returned", LATE);
        delivered.when(late.hear(LOST)).thenNoted("courier.lost", LATE);
    }

    @Test
    void scansAndRepetitionsAfterItWasHandedOverComeTooLate() {
        given(Histories.DELIVERED).when(at(RETURNED_AT).hear(SCANNED)).thenNoted("courier.in-transit", LATE);
        given(Histories.DELIVERED).when(at(RETURNED_AT).hear(DELIVERED)).thenNoted("courier.delivered", LATE);
    }

    @Test
    void scansOnTheWayBackAreNoted() {
        given(RETURNING).when(at(RETURNED_AT).hear(SCANNED)).thenNoted("courier.in-transit", LATE);
        given(RETURNING)
                .when(at(RETURNED_AT).hear(new CourierReport.Returning(PARCEL, ReturnReason.OTHER)))
                .thenNoted("courier.returning", LATE);
    }

    @Test
    void aRecallIsCompleteWhenTheParcelIsBack() {
        OrderEvent back = recalledSeen(Leg.RETURNED, RETURNED_AT);
        given(RECALLING_PARCEL).when(at(RETURNED_AT).hear(BACK)).then(back, new RecallCompleted(BROUGHT_BACK));
        given(RECALLING).when(at(RETURNED_AT).hear(BACK)).then(back, new RecallCompleted(BROUGHT_BACK));
        assertThat(given(RECALLING_PARCEL).and(at(RETURNED_AT).hear(BACK)).order())
                .isInstanceOfSatisfying(
                        Order.Ended.class, o -> assertThat(o.parcel()).contains(seen(Leg.RETURNED, RETURNED_AT)));
    }

    @Test
    void aRecalledParcelCanBeLost() {
        given(RECALLING_PARCEL).when(at(RETURNED_AT).hear(LOST)).then(new ParcelLost(seen(Leg.LOST, RETURNED_AT)));
    }

    @Test
    void aRecalledCardThatIsHandedOverAllTheSameCallsAPersonOnce() {
        Attention call = new Attention(DELIVERED_DESPITE_RECALL, RETURNED_AT, RETURNED_AT.plus(Duration.ofDays(1)));
        given(RECALLING_PARCEL)
                .when(at(RETURNED_AT).hear(DELIVERED))
                .then(recalledSeen(Leg.DELIVERED, RETURNED_AT), new AttentionRaised(call));
        var handedOver = given(RECALLING_PARCEL).and(at(RETURNED_AT).hear(DELIVERED));
        Instant later = RETURNED_AT.plusSeconds(1);
        handedOver.when(at(later).hear(DELIVERED)).thenNoted("courier.delivered", LATE);
        handedOver.when(at(later).hear(SCANNED)).thenNoted("courier.in-transit", LATE);
        handedOver.when(at(later).hear(TURNED_BACK)).then(recalledSeen(Leg.RETURNING, later));
    }

    @Test
    void oneThatIsMissedIsAwaitedAnewOnceItIsSeen() {
        given(RECALLING_PARCEL)
                .and(at(RECALL_DUE).pass(new Deadline(Deadline.Kind.RECALL, RECALL_DUE)))
                .when(at(RECALL_DUE).hear(SCANNED))
                .then(new ParcelTracked(
                        seen(Leg.IN_TRANSIT, RECALL_DUE),
                        Option.none(),
                        new Deadline(Deadline.Kind.RECALL, RECALL_DUE.plus(Duration.ofDays(14)))));
    }

    @Test
    void anEndThatARecalledParcelHasOutlivedComesTooLate() {
        var late = at(RETURNED_AT).of(DISPATCHED_AT.minusSeconds(1));
        given(RECALLING_PARCEL).when(late.hear(BACK)).thenNoted("courier.returned", LATE);
        given(RECALLING_PARCEL).when(late.hear(LOST)).thenNoted("courier.lost", LATE);
    }

    @Test
    void anOldHandingOverOfARecalledParcelCallsAPersonUnlessItTurnedBackSince() {
        var late = at(RECALLED_AT).of(DISPATCHED_AT.minusSeconds(1));
        given(RECALLING_PARCEL)
                .when(late.hear(DELIVERED))
                .then(
                        recalledSeen(Leg.DELIVERED, DISPATCHED_AT.minusSeconds(1)),
                        new AttentionRaised(new Attention(
                                DELIVERED_DESPITE_RECALL, RECALLED_AT, RECALLED_AT.plus(Duration.ofDays(1)))));
        given(Histories.recalled(RETURNING)).when(late.hear(DELIVERED)).thenNoted("courier.delivered", LATE);
    }

    @Test
    void whereARecalledParcelIsStaysKnown() {
        given(RECALLING_PARCEL).when(at(RECALLED_AT).hear(SCANNED)).then(recalledSeen(Leg.IN_TRANSIT, RECALLED_AT));
        given(RECALLING_PARCEL).when(at(RECALLED_AT).hear(TURNED_BACK)).then(recalledSeen(Leg.RETURNING, RECALLED_AT));
        given(RECALLING)
                .when(at(RECALLED_AT).hear(new CourierReport.Dispatched(PARCEL, Option.none())))
                .then(recalledSeen(Leg.DISPATCHED, RECALLED_AT));
        assertThat(given(RECALLING_PARCEL).and(at(RECALLED_AT).hear(SCANNED)).order())
                .isInstanceOfSatisfying(
                        Order.Recalling.class, o -> assertThat(o.parcel()).contains(seen(Leg.IN_TRANSIT, RECALLED_AT)));
    }

    @Test
    void scansOfARecalledParcelThatHasTurnedBackAreNoted() {
        var turnedBack = given(Histories.recalled(RETURNING));
        turnedBack.when(at(RETURNED_AT).hear(SCANNED)).thenNoted("courier.in-transit", LATE);
        turnedBack.when(at(RETURNED_AT).hear(TURNED_BACK)).thenNoted("courier.returning", LATE);
    }

    private static ParcelTracked recalledSeen(Leg leg, Instant at) {
        return new ParcelTracked(seen(leg, at), Option.none(), new Deadline(Deadline.Kind.RECALL, RECALL_DUE));
    }
}
