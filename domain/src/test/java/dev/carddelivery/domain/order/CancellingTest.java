package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.order.CancelReason.CHANGED_MY_MIND;
import static dev.carddelivery.domain.order.CancelReason.TOO_SLOW;
import static dev.carddelivery.domain.testing.Histories.APPROVED;
import static dev.carddelivery.domain.testing.Histories.RECALLED;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.CUT_OFF;
import static dev.carddelivery.domain.testing.Timeline.RECALLED_AT;
import static dev.carddelivery.domain.testing.Timeline.RECALL_DUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.order.Order.Recalling;
import dev.carddelivery.domain.order.OrderEvent.OrderCancelled;
import dev.carddelivery.domain.order.OrderEvent.RecallStarted;
import dev.carddelivery.domain.order.OrderRejection.NotCancellable;
import dev.carddelivery.domain.testing.Histories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Taking an order back. */
class CancellingTest {

    private static final OrderCommand CANCEL = at(RECALLED_AT).cancel(TOO_SLOW);

    @ParameterizedTest
    @EnumSource(names = {"VERIFYING", "APPROVED"})
    void beforeProductionAnOrderIsCancelledAtOnce(Status status) {
        given(Histories.endingIn(status)).when(CANCEL).then(new OrderCancelled(TOO_SLOW));
    }

    @Test
    void betweenTheCutOffAndTheRequestToTheBureauThereIsStillNothingToRecall() {
        given(APPROVED).when(at(CUT_OFF).cancel(TOO_SLOW)).then(new OrderCancelled(TOO_SLOW));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"IN_PRODUCTION", "PRODUCED", "IN_DELIVERY", "AWAITING_PICKUP", "DELIVERY_PROBLEM", "RETURNING"})
    void oncePlasticMayExistItIsRecalled(Status status) {
        given(Histories.endingIn(status)).when(CANCEL).then(new RecallStarted(TOO_SLOW, RECALL_DUE));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"IN_PRODUCTION", "PRODUCED", "IN_DELIVERY", "AWAITING_PICKUP", "DELIVERY_PROBLEM", "RETURNING"})
    void aRecalledOrderStillKnowsItsPlasticAndItsParcel(Status status) {
        Order.Placed before = (Order.Placed) given(Histories.endingIn(status)).order();
        assertThat(given(Histories.endingIn(status)).and(CANCEL).order())
                .isInstanceOfSatisfying(Recalling.class, recalling -> {
                    assertThat((Object) recalling.madeCard()).isEqualTo(before.madeCard());
                    assertThat((Object) recalling.parcel()).isEqualTo(before.parcel());
                    assertThat(recalling.reason()).isEqualTo(TOO_SLOW);
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"RECALLING", "CANCELLED"})
    void anOrderThatWasTakenBackIsAsWishedAlready(Status status) {
        given(Histories.endingIn(status)).when(CANCEL).thenNothing();
    }

    @Test
    void soIsOneWhoseRecallIsComplete() {
        given(RECALLED).when(at(RECALLED_AT).cancel(CHANGED_MY_MIND)).thenNothing();
    }

    @ParameterizedTest
    @EnumSource(names = {"DELIVERED", "ACTIVE", "REJECTED", "EXPIRED", "RETURNED", "LOST"})
    void whatIsDeliveredOrHasEndedInAnotherWayCannotBeCancelled(Status status) {
        given(Histories.endingIn(status)).when(CANCEL).thenRejected(new NotCancellable(status));
    }
}
