package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.order.OrderEvent.ReportNoted.Reason.LATE;
import static dev.carddelivery.domain.testing.Examples.ATTEMPT;
import static dev.carddelivery.domain.testing.Examples.COURIERS_ETA;
import static dev.carddelivery.domain.testing.Examples.PARCEL;
import static dev.carddelivery.domain.testing.Examples.seen;
import static dev.carddelivery.domain.testing.Histories.AWAITING_PICKUP;
import static dev.carddelivery.domain.testing.Histories.DELIVERY_PROBLEM;
import static dev.carddelivery.domain.testing.Histories.IN_DELIVERY;
import static dev.carddelivery.domain.testing.Histories.PRODUCED;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.DELIVERED_AT;
import static dev.carddelivery.domain.testing.Timeline.DELIVERY_DUE;
import static dev.carddelivery.domain.testing.Timeline.DISPATCHED_AT;
import static dev.carddelivery.domain.testing.Timeline.FAILED_AT;
import static dev.carddelivery.domain.testing.Timeline.RETURNING_AT;
import static dev.carddelivery.domain.testing.Timeline.WAITING_AT;
import static dev.carddelivery.domain.testing.Timeline.WAITING_UNTIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.order.OrderEvent.ParcelTracked;
import dev.carddelivery.domain.order.OrderRejection.TooEarly;
import dev.carddelivery.domain.testing.Histories;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the courier says while the parcel may still arrive. */
class CourierReportsTest {

    private static final CourierReport IN_TRANSIT = new CourierReport.InTransit(PARCEL);
    private static final Deadline HAND_OVER = new Deadline(Deadline.Kind.DELIVERY, DELIVERY_DUE);

    @Test
    void aDispatchedParcelIsDueWithinAWeekWhateverTheCourierPromises() {
        given(PRODUCED)
                .when(at(DISPATCHED_AT).hear(new CourierReport.Dispatched(PARCEL, Option.some(COURIERS_ETA))))
                .then(IN_DELIVERY.last());
    }

    @Test
    void theCouriersPromiseReplacesOursOnlyIfThereIsOne() {
        assertThat(eta(given(IN_DELIVERY).order())).isEqualTo(COURIERS_ETA);
        Order unpromised = given(PRODUCED)
                .and(at(DISPATCHED_AT).hear(new CourierReport.Dispatched(PARCEL, Option.none())))
                .order();
        assertThat(eta(unpromised)).isEqualTo(eta(given(PRODUCED).order()));
    }

    @Test
    void everyLaterReportIsTrackedAndTheHandOverStaysDue() {
        tracks(IN_TRANSIT, Leg.IN_TRANSIT);
        tracks(new CourierReport.OutForDelivery(PARCEL), Leg.OUT_FOR_DELIVERY);
        tracks(new CourierReport.Dispatched(PARCEL, Option.none()), Leg.DISPATCHED);
    }

    private static void tracks(CourierReport report, Leg leg) {
        given(IN_DELIVERY)
                .when(at(FAILED_AT).hear(report))
                .then(new ParcelTracked(seen(leg, FAILED_AT), Option.none(), HAND_OVER));
    }

    @Test
    void aFailedVisitIsAProblemThatKeepsItsNumberAndReason() {
        given(IN_DELIVERY)
                .when(at(FAILED_AT).hear(new CourierReport.AttemptFailed(PARCEL, ATTEMPT)))
                .then(DELIVERY_PROBLEM.last());
    }

    @Test
    void theLastFailedVisitIsRememberedOnTheWayToTheNext() {
        given(DELIVERY_PROBLEM)
                .when(at(WAITING_AT).hear(IN_TRANSIT))
                .then(new ParcelTracked(
                        new Shipment(PARCEL, Leg.IN_TRANSIT, Option.some(ATTEMPT), WAITING_AT),
                        Option.none(),
                        HAND_OVER));
    }

    @Test
    void theNextFailedVisitReplacesIt() {
        FailedAttempt second = new FailedAttempt(2, 3, FailedAttempt.Reason.NO_DOCUMENT);
        given(DELIVERY_PROBLEM)
                .when(at(WAITING_AT).hear(new CourierReport.AttemptFailed(PARCEL, second)))
                .then(new ParcelTracked(
                        new Shipment(PARCEL, Leg.ATTEMPT_FAILED, Option.some(second), WAITING_AT),
                        Option.none(),
                        HAND_OVER));
    }

    @Test
    void aWaitingParcelWaitsAsLongAsTheCourierSays() {
        given(IN_DELIVERY)
                .when(at(WAITING_AT).hear(new CourierReport.Waiting(PARCEL, WAITING_UNTIL)))
                .then(AWAITING_PICKUP.last());
    }

    @Test
    void aParcelThatMovesOnFromWhereItWaitedIsDueWithinAWeekAgain() {
        given(AWAITING_PICKUP)
                .when(at(DELIVERED_AT).hear(IN_TRANSIT))
                .then(new ParcelTracked(
                        seen(Leg.IN_TRANSIT, DELIVERED_AT), Option.none(), handOverWithinAWeekOf(DELIVERED_AT)));
    }

    @Test
    void soIsOneWhoseHandOverWasMissed() {
        given(IN_DELIVERY)
                .and(at(DELIVERY_DUE).pass(HAND_OVER))
                .when(at(DELIVERY_DUE).hear(IN_TRANSIT))
                .then(new ParcelTracked(
                        seen(Leg.IN_TRANSIT, DELIVERY_DUE), Option.none(), handOverWithinAWeekOf(DELIVERY_DUE)));
    }

    private static Deadline handOverWithinAWeekOf(Instant moment) {
        return new Deadline(Deadline.Kind.DELIVERY, moment.plus(Duration.ofDays(7)));
    }

    @Test
    void aReportOfAnEarlierMomentComesTooLate() {
        Instant before = DISPATCHED_AT.minusNanos(1);
        given(IN_DELIVERY).when(at(FAILED_AT).of(before).hear(IN_TRANSIT)).thenNoted("courier.in-transit", LATE);
    }

    @Test
    void ofTwoReportsOfOneMomentTheFurtherLegCounts() {
        given(IN_DELIVERY)
                .when(at(FAILED_AT).of(DISPATCHED_AT).hear(IN_TRANSIT))
                .then(new ParcelTracked(seen(Leg.IN_TRANSIT, DISPATCHED_AT), Option.none(), HAND_OVER));
        given(DELIVERY_PROBLEM)
                .when(at(WAITING_AT).of(FAILED_AT).hear(IN_TRANSIT))
                .thenNoted("courier.in-transit", LATE);
    }

    @Test
    void aRepeatedReportComesTooLate() {
        given(DELIVERY_PROBLEM)
                .when(at(WAITING_AT).of(FAILED_AT).hear(new CourierReport.AttemptFailed(PARCEL, ATTEMPT)))
                .thenNoted("courier.attempt-failed", LATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFYING", "APPROVED", "IN_PRODUCTION"})
    void beforeThereIsACardReportsComeTooEarly(Status status) {
        given(Histories.endingIn(status)).when(at(FAILED_AT).hear(IN_TRANSIT)).thenRejected(new TooEarly(status));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"ACTIVE", "CANCELLED", "REJECTED", "EXPIRED", "RETURNED", "LOST"})
    void afterTheWayHasEndedReportsComeTooLate(Status status) {
        given(Histories.endingIn(status))
                .when(at(RETURNING_AT).hear(new CourierReport.Lost(PARCEL)))
                .thenNoted("courier.lost", LATE);
    }

    private static Object eta(Order order) {
        return ((Order.Placed) order).dossier().eta();
    }
}
