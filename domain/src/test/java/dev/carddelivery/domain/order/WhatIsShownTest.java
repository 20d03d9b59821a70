package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.order.NextStep.What;
import dev.carddelivery.domain.order.NextStep.Who;
import dev.carddelivery.domain.testing.Histories;
import dev.carddelivery.domain.testing.Timeline;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the customer is shown of an order: its status, who acts next, what may be done with it. */
class WhatIsShownTest {

    @ParameterizedTest
    @EnumSource
    void everyStatusIsShown(Status status) {
        assertThat(Status.of(order(status))).isEqualTo(status);
    }

    @Test
    void aRecalledCardIsShownAsReturned() {
        assertThat(Status.of((Order.Placed) given(Histories.RECALLED).order())).isEqualTo(Status.RETURNED);
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFYING,        BANK,     IDENTITY_CHECK",
        "APPROVED,         BANK,     PRODUCTION_START",
        "IN_PRODUCTION,    BUREAU,   CARD_PRODUCTION",
        "PRODUCED,         COURIER,  DISPATCH",
        "IN_DELIVERY,      COURIER,  DELIVERY",
        "DELIVERY_PROBLEM, COURIER,  DELIVERY",
        "AWAITING_PICKUP,  CUSTOMER, PICKUP",
        "DELIVERED,        CUSTOMER, ACTIVATION",
        "RECALLING,        BUREAU,   RECALL",
        "RETURNING,        COURIER,  RETURN",
    })
    void theNextStepIsDueWhenTheDeadlineIs(Status status, Who who, What what) {
        Order.Placed order = order(status);
        assertThat(NextStep.of(order).get())
                .isEqualTo(new NextStep(who, what, order.dossier().deadline().map(Deadline::due)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "CANCELLED", "REJECTED", "EXPIRED", "RETURNED", "LOST"})
    void whereNobodyHasAnythingToDoThereIsNoNextStep(Status status) {
        assertThat((Object) NextStep.of(order(status))).isEqualTo(Option.none());
    }

    @Test
    void aRecallIsTheCouriersTaskOnceTheCourierHasTheParcel() {
        Order.Placed order = (Order.Placed) given(Histories.RECALLING_PARCEL).order();
        assertThat(NextStep.of(order).get().who()).isEqualTo(Who.COURIER);
    }

    @Test
    void whereAPersonMustLookThatComesFirst() {
        Attention call = new Attention(
                Attention.Reason.DELIVERY_OVERDUE,
                Timeline.DELIVERY_DUE,
                Timeline.DELIVERY_DUE.plus(Duration.ofDays(1)));
        Order.Placed order = (Order.Placed) given(Histories.IN_DELIVERY)
                .and(new OrderEvent.AttentionRaised(call))
                .order();
        assertThat(NextStep.of(order).get())
                .isEqualTo(new NextStep(Who.BANK, What.SUPPORT_REVIEW, Option.some(call.due())));
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFYING,        UPDATE CANCEL",
        "APPROVED,         UPDATE CANCEL",
        "IN_PRODUCTION,    CANCEL",
        "PRODUCED,         CANCEL",
        "IN_DELIVERY,      CANCEL",
        "DELIVERY_PROBLEM, CANCEL",
        "AWAITING_PICKUP,  CANCEL",
        "RETURNING,        CANCEL",
        "DELIVERED,        ACTIVATE",
        "ACTIVE,           ''",
        "RECALLING,        ''",
        "CANCELLED,        ''",
        "REJECTED,         ''",
        "EXPIRED,          ''",
        "RETURNED,         ''",
        "LOST,             ''",
    })
    void whatTheCustomerMayDo(Status status, String actions) {
        assertThat(AllowedAction.of(order(status)).mkString(" ")).isEqualTo(actions);
        for (AllowedAction action : AllowedAction.values()) {
            assertThat(action.isOpenAt(order(status))).isEqualTo(actions.contains(action.name()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyHowAnOrderEndsIsFinal(Status status) {
        assertThat(status.isFinal()).isEqualTo(order(status) instanceof Order.Ended);
    }

    private static Order.Placed order(Status status) {
        return (Order.Placed) given(Histories.endingIn(status)).order();
    }
}
