package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.order.Attention.Reason.CONTRADICTORY_REPORTS;
import static dev.carddelivery.domain.order.OrderEvent.ReportNoted.Reason.CONTRADICTORY;
import static dev.carddelivery.domain.testing.Examples.PARCEL;
import static dev.carddelivery.domain.testing.Histories.DELIVERED;
import static dev.carddelivery.domain.testing.Histories.IN_DELIVERY;
import static dev.carddelivery.domain.testing.Histories.RECALLING;
import static dev.carddelivery.domain.testing.Histories.RECALLING_PARCEL;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.CARD_EXPIRES_AT;
import static dev.carddelivery.domain.testing.Timeline.RECALL_DUE;
import static dev.carddelivery.domain.testing.Timeline.RETURNED_AT;
import static dev.carddelivery.domain.testing.Timeline.WAITING_AT;

import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.OrderEvent.AttentionRaised;
import dev.carddelivery.domain.order.OrderEvent.CardExpired;
import dev.carddelivery.domain.order.OrderEvent.ParcelTracked;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import dev.carddelivery.domain.testing.Histories;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The courier tells of another parcel than the one it named first. */
class ContradictoryReportsTest {

    private static final TrackingNumber OTHER_PARCEL = new TrackingNumber("CD-2026-000124");
    private static final CourierReport OTHER_DELIVERED = new CourierReport.Delivered(OTHER_PARCEL);
    private static final CourierReport OTHER_IN_TRANSIT = new CourierReport.InTransit(OTHER_PARCEL);

    private static final AttentionRaised CALL = new AttentionRaised(
            new Attention(CONTRADICTORY_REPORTS, RETURNED_AT, RETURNED_AT.plus(Duration.ofDays(1))));

    @ParameterizedTest
    @EnumSource(names = {"IN_DELIVERY", "AWAITING_PICKUP", "DELIVERY_PROBLEM", "DELIVERED", "RETURNING"})
    void doesNotMoveTheOrderButCallsAPerson(Status status) {
        given(Histories.endingIn(status))
                .when(at(RETURNED_AT).hear(OTHER_DELIVERED))
                .then(new ReportNoted("courier.delivered", CONTRADICTORY), CALL);
    }

    @Test
    void alsoWhileTheOrdersOwnIsBeingRecalled() {
        given(RECALLING_PARCEL)
                .when(at(RETURNED_AT).hear(new CourierReport.Returned(OTHER_PARCEL)))
                .then(new ReportNoted("courier.returned", CONTRADICTORY), CALL);
    }

    @Test
    void whereNoParcelWasNamedNoneIsAnother() {
        Shipment seen = new Shipment(OTHER_PARCEL, Leg.IN_TRANSIT, Option.none(), RETURNED_AT);
        given(RECALLING)
                .when(at(RETURNED_AT).hear(OTHER_IN_TRANSIT))
                .then(new ParcelTracked(seen, Option.none(), new Deadline(Deadline.Kind.RECALL, RECALL_DUE)));
    }

    @Test
    void thePersonIsNotCalledTwice() {
        given(IN_DELIVERY)
                .and(at(RETURNED_AT).hear(OTHER_IN_TRANSIT))
                .when(at(RETURNED_AT).hear(OTHER_DELIVERED))
                .thenNoted("courier.delivered", CONTRADICTORY);
    }

    @Test
    void butAgainWhenTheOrderHasMovedOnSince() {
        given(IN_DELIVERY)
                .and(at(WAITING_AT).hear(OTHER_IN_TRANSIT))
                .and(at(WAITING_AT).hear(new CourierReport.InTransit(PARCEL)))
                .when(at(RETURNED_AT).hear(OTHER_DELIVERED))
                .then(new ReportNoted("courier.delivered", CONTRADICTORY), CALL);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "EXPIRED", "RETURNED", "LOST"})
    void whereTheCouriersWordCountsNoMoreNobodyIsCalled(Status status) {
        given(Histories.endingIn(status))
                .when(at(RETURNED_AT).hear(OTHER_DELIVERED))
                .thenNoted("courier.delivered", CONTRADICTORY);
    }

    @Test
    void aCallAtTheLastMomentDoesNotKeepACardFromExpiring() {
        Deadline expiry = new Deadline(Deadline.Kind.CARD_EXPIRY, CARD_EXPIRES_AT);
        given(DELIVERED)
                .and(at(CARD_EXPIRES_AT).hear(OTHER_IN_TRANSIT))
                .when(at(CARD_EXPIRES_AT).pass(expiry))
                .then(new CardExpired());
    }
}
