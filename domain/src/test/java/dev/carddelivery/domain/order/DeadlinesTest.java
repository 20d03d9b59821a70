package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.testing.Examples.PARCEL;
import static dev.carddelivery.domain.testing.Histories.APPROVED;
import static dev.carddelivery.domain.testing.Histories.PRODUCED;
import static dev.carddelivery.domain.testing.Histories.VERIFYING;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.APPROVED_AT;
import static dev.carddelivery.domain.testing.Timeline.CARD_EXPIRES_AT;
import static dev.carddelivery.domain.testing.Timeline.CUT_OFF;
import static dev.carddelivery.domain.testing.Timeline.DISPATCHED_AT;
import static dev.carddelivery.domain.testing.Timeline.IDENTITY_DUE;
import static dev.carddelivery.domain.testing.Timeline.PRODUCTION_DUE;
import static dev.carddelivery.domain.testing.Timeline.WAITING_AT;
import static dev.carddelivery.domain.testing.Timeline.WAITING_UNTIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.order.OrderEvent.AttentionRaised;
import dev.carddelivery.domain.order.OrderEvent.CardExpired;
import dev.carddelivery.domain.order.OrderEvent.ProductionRequested;
import dev.carddelivery.domain.testing.Histories;
import dev.carddelivery.domain.testing.OrderSpecification;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens when a promise runs out. */
class DeadlinesTest {

    private static final Deadline IDENTITY_CHECK = new Deadline(Deadline.Kind.IDENTITY_CHECK, IDENTITY_DUE);

    @ParameterizedTest
    @CsvSource({
        "VERIFYING,        IDENTITY_CHECK,   2026-11-25T10:15:30Z",
        "APPROVED,         PRODUCTION_START, 2026-11-24T09:00:00Z",
        "IN_PRODUCTION,    CARD_PRODUCTION,  2026-12-01T09:00:00Z",
        "PRODUCED,         DISPATCH,         2026-11-30T12:00:00Z",
        "IN_DELIVERY,      DELIVERY,         2026-12-05T08:00:00Z",
        "DELIVERY_PROBLEM, DELIVERY,         2026-12-05T08:00:00Z",
        "AWAITING_PICKUP,  PICKUP,           2026-12-07T18:00:00Z",
        "DELIVERED,        CARD_EXPIRY,      2029-12-01T00:00:00Z",
        "ACTIVE,           CARD_EXPIRY,      2029-12-01T00:00:00Z",
        "RECALLING,        RECALL,           2026-12-17T12:00:00Z",
        "RETURNING,        RETURN,           2026-12-16T06:00:00Z",
    })
    void everyOpenOrderWaitsForOneThing(Status status, Deadline.Kind what, Instant due) {
        assertThat(running(status).get()).isEqualTo(new Deadline(what, due));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "REJECTED", "EXPIRED", "RETURNED", "LOST"})
    void anOrderThatHasEndedWaitsForNothing(Status status) {
        assertThat((Object) running(status)).isEqualTo(Option.none());
        given(Histories.endingIn(status))
                .when(at(CARD_EXPIRES_AT).pass(IDENTITY_CHECK))
                .thenNothing();
    }

    @Test
    void atTheCutOffTheBureauIsAskedForTheCard() {
        given(APPROVED)
                .when(at(CUT_OFF).pass(running(Status.APPROVED).get()))
                .then(new ProductionRequested(PRODUCTION_DUE));
    }

    @ParameterizedTest
    @EnumSource(names = {"DELIVERED", "ACTIVE"})
    void aCardWhoseValidityEndsExpires(Status status) {
        given(Histories.endingIn(status))
                .when(at(CARD_EXPIRES_AT).pass(running(status).get()))
                .then(new CardExpired());
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFYING,        IDENTITY_OVERDUE",
        "IN_PRODUCTION,    PRODUCTION_OVERDUE",
        "PRODUCED,         DISPATCH_OVERDUE",
        "IN_DELIVERY,      DELIVERY_OVERDUE",
        "DELIVERY_PROBLEM, DELIVERY_OVERDUE",
        "AWAITING_PICKUP,  PICKUP_OVERDUE",
        "RECALLING,        RECALL_OVERDUE",
        "RETURNING,        RETURN_OVERDUE",
    })
    void whereAPartnerIsLateAPersonIsCalledOnce(Status status, Attention.Reason reason) {
        Deadline missed = running(status).get();
        Attention call = new Attention(reason, missed.due(), missed.due().plus(Duration.ofDays(1)));
        given(Histories.endingIn(status)).when(at(missed.due()).pass(missed)).then(new AttentionRaised(call));
        given(Histories.endingIn(status))
                .and(at(missed.due()).pass(missed))
                .when(at(missed.due()).pass(missed))
                .thenNothing();
    }

    @Test
    void aDeadlineIsNotMissedBeforeItIsDue() {
        given(VERIFYING)
                .when(at(IDENTITY_DUE.minusNanos(1)).pass(IDENTITY_CHECK))
                .thenNothing();
    }

    @Test
    void aDeadlineThatIsNotWaitedForAnyMoreIsNotMissed() {
        given(APPROVED).when(at(IDENTITY_DUE).pass(IDENTITY_CHECK)).thenNothing();
    }

    @Test
    void aDeadlineThatWasMovedIsNotMissed() {
        Deadline earlier = new Deadline(IDENTITY_CHECK.what(), IDENTITY_DUE.minusSeconds(1));
        given(VERIFYING).when(at(IDENTITY_DUE).pass(earlier)).thenNothing();
    }

    @Test
    void aCallForAPersonDoesNotStopTheClock() {
        given(VERIFYING)
                .and(at(APPROVED_AT).hear(new IdentityReport.NeedsReview()))
                .when(at(IDENTITY_DUE).pass(IDENTITY_CHECK))
                .then(new AttentionRaised(new Attention(
                        Attention.Reason.IDENTITY_OVERDUE, IDENTITY_DUE, IDENTITY_DUE.plus(Duration.ofDays(1)))));
    }

    @Test
    void aPromiseOfAnOddDayIsAsExactAsADatabaseKeepsIt() {
        OrderSpecification fast =
                new OrderSpecification(new OrderDecider(new ServiceTerms(Duration.parse("PT0.3333333S"))), VERIFYING);
        Instant cutOff = APPROVED_AT.plusNanos(333_333_000);

        OrderSpecification approved = fast.and(at(APPROVED_AT).hear(new IdentityReport.Passed()));

        assertThat(((Order.Approved) approved.order()).editableUntil()).isEqualTo(cutOff);
        approved.when(at(cutOff).pass(new Deadline(Deadline.Kind.PRODUCTION_START, cutOff)))
                .then(new ProductionRequested(cutOff.plusNanos(7 * 333_333_000L)));
    }

    @Test
    void soIsWhatACourierSays() {
        TimeWindow exact = new TimeWindow(WAITING_AT.plusNanos(1_001), WAITING_UNTIL.plusNanos(1_999));
        OrderSpecification waiting = given(PRODUCED)
                .and(at(DISPATCHED_AT).hear(new CourierReport.Dispatched(PARCEL, Option.some(exact))))
                .and(at(WAITING_AT).hear(new CourierReport.Waiting(PARCEL, WAITING_UNTIL.plusNanos(1_999))));
        Instant kept = WAITING_UNTIL.plusNanos(1_000);

        Dossier dossier = ((Order.Placed) waiting.order()).dossier();
        assertThat(dossier.eta()).isEqualTo(new TimeWindow(WAITING_AT.plusNanos(1_000), kept));
        assertThat(dossier.deadline().get().due()).isEqualTo(kept);
        waiting.when(at(kept).pass(new Deadline(Deadline.Kind.PICKUP, kept)))
                .then(new AttentionRaised(
                        new Attention(Attention.Reason.PICKUP_OVERDUE, kept, kept.plus(Duration.ofDays(1)))));
    }

    private static Option<Deadline> running(Status status) {
        return ((Order.Placed) given(Histories.endingIn(status)).order())
                .dossier()
                .deadline();
    }
}
