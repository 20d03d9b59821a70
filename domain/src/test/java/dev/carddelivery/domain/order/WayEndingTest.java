package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.order.OrderEvent.ReportNoted.Reason.LATE;
import static dev.carddelivery.domain.testing.Examples.ATTEMPT;
import static dev.carddelivery.domain.testing.Examples.PARCEL;
import static dev.carddelivery.domain.testing.Examples.seen;
import static dev.carddelivery.domain.testing.Histories.DELIVERY_PROBLEM;
import static dev.carddelivery.domain.testing.Histories.PRODUCED;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.DELIVERED_AT;
import static dev.carddelivery.domain.testing.Timeline.DISPATCHED_AT;
import static dev.carddelivery.domain.testing.Timeline.FAILED_AT;
import static dev.carddelivery.domain.testing.Timeline.RETURNING_AT;
import static dev.carddelivery.domain.testing.Timeline.RETURN_DUE;

import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.order.OrderEvent.ParcelDelivered;
import dev.carddelivery.domain.order.OrderEvent.ParcelLost;
import dev.carddelivery.domain.order.OrderEvent.ParcelReturned;
import dev.carddelivery.domain.order.OrderEvent.ParcelReturning;
import dev.carddelivery.domain.testing.Histories;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the courier says of how a parcel's way ends, told in time and late. */
class WayEndingTest {

    private static final Instant LONG_AGO = DISPATCHED_AT.minusSeconds(1);

    @Test
    void howTheWayEndsIsBelievedOfAParcelThatNobodyHasSeen() {
        given(PRODUCED)
                .when(at(DELIVERED_AT).of(LONG_AGO).hear(new CourierReport.Delivered(PARCEL)))
                .then(new ParcelDelivered(seen(Leg.DELIVERED, LONG_AGO)));
        given(PRODUCED)
                .when(at(DELIVERED_AT).of(LONG_AGO).hear(new CourierReport.Returned(PARCEL)))
                .then(new ParcelReturned(seen(Leg.RETURNED, LONG_AGO), ReturnReason.UNDELIVERABLE));
        given(PRODUCED)
                .when(at(DELIVERED_AT).of(LONG_AGO).hear(new CourierReport.Lost(PARCEL)))
                .then(new ParcelLost(seen(Leg.LOST, LONG_AGO)));
        given(PRODUCED)
                .when(at(RETURNING_AT).of(LONG_AGO).hear(new CourierReport.Returning(PARCEL, ReturnReason.REFUSED)))
                .then(new ParcelReturning(seen(Leg.RETURNING, LONG_AGO), ReturnReason.REFUSED, RETURN_DUE));
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_DELIVERY", "AWAITING_PICKUP", "DELIVERY_PROBLEM"})
    void neitherATurnBackNorAnEndIsBelievedOfAParcelThatWasSeenLater(Status status) {
        var parcel = given(Histories.endingIn(status));
        parcel.when(at(DELIVERED_AT).of(LONG_AGO).hear(new CourierReport.Returning(PARCEL, ReturnReason.REFUSED)))
                .thenNoted("courier.returning", LATE);
        parcel.when(at(DELIVERED_AT).of(LONG_AGO).hear(new CourierReport.Returned(PARCEL)))
                .thenNoted("courier.returned", LATE);
        parcel.when(at(DELIVERED_AT).of(LONG_AGO).hear(new CourierReport.Lost(PARCEL)))
                .thenNoted("courier.lost", LATE);
    }

    @Test
    void atTheSameMomentATurnBackOrAnEndIsFurther() {
        var sameMoment = at(RETURNING_AT).of(FAILED_AT);
        given(DELIVERY_PROBLEM)
                .when(sameMoment.hear(new CourierReport.Returning(PARCEL, ReturnReason.REFUSED)))
                .then(new ParcelReturning(afterAttempt(Leg.RETURNING), ReturnReason.REFUSED, RETURN_DUE));
        given(DELIVERY_PROBLEM)
                .when(sameMoment.hear(new CourierReport.Returned(PARCEL)))
                .then(new ParcelReturned(afterAttempt(Leg.RETURNED), ReturnReason.UNDELIVERABLE));
        given(DELIVERY_PROBLEM)
                .when(sameMoment.hear(new CourierReport.Lost(PARCEL)))
                .then(new ParcelLost(afterAttempt(Leg.LOST)));
    }

    private static Shipment afterAttempt(Leg leg) {
        return new Shipment(PARCEL, leg, Option.some(ATTEMPT), FAILED_AT);
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_DELIVERY", "AWAITING_PICKUP", "DELIVERY_PROBLEM"})
    void aHandingOverIsBelievedWhateverWasScannedLater(Status status) {
        Option<FailedAttempt> attempt = Option.when(status == Status.DELIVERY_PROBLEM, ATTEMPT);
        given(Histories.endingIn(status))
                .when(at(DELIVERED_AT).of(LONG_AGO).hear(new CourierReport.Delivered(PARCEL)))
                .then(new ParcelDelivered(new Shipment(PARCEL, Leg.DELIVERED, attempt, LONG_AGO)));
    }
}
