package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.order.OrderEvent.RecallCompleted;
import dev.carddelivery.domain.testing.Examples;
import dev.carddelivery.domain.testing.Histories;
import dev.carddelivery.domain.testing.Timeline;
import io.vavr.collection.List;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What events make of an order, apart from the stage it gets to. */
class OrderEvolverTest {

    private static final Attention CALL =
            new Attention(Attention.Reason.IDENTITY_REVIEW, Timeline.APPROVED_AT, Timeline.CUT_OFF);

    @Test
    void anOrderBeginsWithWhatWasPlaced() {
        Dossier dossier = dossier(Histories.VERIFYING);
        assertThat(dossier.id()).isEqualTo(Examples.ORDER_ID);
        assertThat(dossier.owner()).isEqualTo(Examples.OWNER);
        assertThat(dossier.purpose()).isEqualTo(Purpose.FIRST);
        assertThat(dossier.content()).isEqualTo(Examples.CONTENT);
        assertThat(dossier.eta().from()).isEqualTo(Timeline.EARLIEST_ARRIVAL);
        assertThat(dossier.eta().to()).isEqualTo(Timeline.LATEST_ARRIVAL);
    }

    @ParameterizedTest
    @EnumSource
    void aCallForAPersonIsRememberedAtEveryStage(Status status) {
        Dossier dossier = dossier(Histories.endingIn(status).append(new OrderEvent.AttentionRaised(CALL)));
        assertThat(dossier.attention().get()).isEqualTo(CALL);
    }

    @Test
    void aCallForAPersonEndsWhenTheOrderMovesOn() {
        Dossier moved = dossier(Histories.VERIFYING
                .append(new OrderEvent.AttentionRaised(CALL))
                .append(new OrderEvent.OrderApproved(Timeline.CUT_OFF)));
        assertThat((Object) moved.attention()).isEqualTo(Option.none());
    }

    @Test
    void aCallForAPersonEndsWhenTheOrderEnds() {
        Dossier ended = dossier(Histories.VERIFYING
                .append(new OrderEvent.AttentionRaised(CALL))
                .append(new OrderEvent.OrderCancelled(CancelReason.OTHER)));
        assertThat((Object) ended.attention()).isEqualTo(Option.none());
    }

    @Test
    void anOrderRemembersHowItEnded() {
        assertThat(ending(Histories.CANCELLED)).isEqualTo(new Ending.Cancelled(CancelReason.CHANGED_MY_MIND));
        assertThat(ending(Histories.REJECTED)).isEqualTo(new Ending.Rejected(IdentityReport.Reason.DATA_MISMATCH));
        assertThat(ending(Histories.RECALLED))
                .isEqualTo(new Ending.Recalled(CancelReason.CHANGED_MY_MIND, RecallCompleted.Outcome.DESTROYED));
        assertThat(ending(Histories.RETURNED)).isEqualTo(new Ending.Returned(ReturnReason.NOT_COLLECTED));
        assertThat(ending(Histories.LOST)).isEqualTo(new Ending.Lost());
        assertThat(ending(Histories.EXPIRED)).isEqualTo(new Ending.Expired());
    }

    @ParameterizedTest
    @EnumSource(names = {"PRODUCED", "IN_DELIVERY", "DELIVERED", "ACTIVE", "RETURNING", "RETURNED", "LOST", "EXPIRED"})
    void onceThereIsPlasticItIsKnown(Status status) {
        assertThat(placed(Histories.endingIn(status)).madeCard().get()).isEqualTo(Examples.PLASTIC);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFYING", "APPROVED", "IN_PRODUCTION", "RECALLING", "CANCELLED", "REJECTED"})
    void beforeThatNeitherPlasticNorParcelIsKnown(Status status) {
        assertThat((Object) placed(Histories.endingIn(status)).madeCard()).isEqualTo(Option.none());
        assertThat((Object) placed(Histories.endingIn(status)).parcel()).isEqualTo(Option.none());
    }

    @ParameterizedTest
    @EnumSource(names = {"DELIVERED", "ACTIVE", "EXPIRED"})
    void whereTheCourierHandedItOverStaysKnown(Status status) {
        assertThat(placed(Histories.endingIn(status)).parcel().get())
                .isEqualTo(Examples.seen(Leg.DELIVERED, Timeline.DELIVERED_AT));
    }

    @Test
    void aReportThatWasNotedChangesNothing() {
        OrderEvent noted = new OrderEvent.ReportNoted("courier.lost", OrderEvent.ReportNoted.Reason.LATE);
        assertThat(given(Histories.VERIFYING).and(noted).order())
                .isEqualTo(given(Histories.VERIFYING).order());
    }

    private static Ending ending(List<OrderEvent> history) {
        return ((Order.Ended) given(history).order()).ending();
    }

    private static Dossier dossier(List<OrderEvent> history) {
        return placed(history).dossier();
    }

    private static Order.Placed placed(List<OrderEvent> history) {
        return (Order.Placed) given(history).order();
    }
}
