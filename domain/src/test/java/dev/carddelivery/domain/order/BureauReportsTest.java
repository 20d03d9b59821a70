package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.order.Attention.Reason.CONTRADICTORY_REPORTS;
import static dev.carddelivery.domain.order.Attention.Reason.PRODUCTION_REFUSED;
import static dev.carddelivery.domain.order.BureauReport.Reason.OUT_OF_STOCK;
import static dev.carddelivery.domain.order.OrderEvent.RecallCompleted.Outcome.DESTROYED;
import static dev.carddelivery.domain.order.OrderEvent.RecallCompleted.Outcome.NEVER_MADE;
import static dev.carddelivery.domain.order.OrderEvent.ReportNoted.Reason.CONTRADICTORY;
import static dev.carddelivery.domain.order.OrderEvent.ReportNoted.Reason.LATE;
import static dev.carddelivery.domain.testing.Examples.PLASTIC;
import static dev.carddelivery.domain.testing.Histories.IN_PRODUCTION;
import static dev.carddelivery.domain.testing.Histories.RECALLING;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.DISPATCH_DUE;
import static dev.carddelivery.domain.testing.Timeline.PRODUCED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.order.OrderEvent.AttentionRaised;
import dev.carddelivery.domain.order.OrderEvent.CardProduced;
import dev.carddelivery.domain.order.OrderEvent.ProductionAccepted;
import dev.carddelivery.domain.order.OrderEvent.ProductionRefused;
import dev.carddelivery.domain.order.OrderEvent.RecallCompleted;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import dev.carddelivery.domain.order.OrderRejection.TooEarly;
import dev.carddelivery.domain.testing.Histories;
import io.vavr.collection.List;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the bureau says, while the card is being made and while it is being recalled. */
class BureauReportsTest {

    private static final OrderCommand ACCEPTED = at(PRODUCED_AT).hear(new BureauReport.Accepted());
    private static final OrderCommand REJECTED = at(PRODUCED_AT).hear(new BureauReport.Rejected(OUT_OF_STOCK));
    private static final OrderCommand PRODUCED = at(PRODUCED_AT).hear(new BureauReport.Produced(PLASTIC));
    private static final OrderCommand STOPPED = at(PRODUCED_AT).hear(new BureauReport.Stopped());
    private static final OrderCommand DESTROYED_IT = at(PRODUCED_AT).hear(new BureauReport.Destroyed());

    @Test
    void theBureauTakesTheJobOnce() {
        given(IN_PRODUCTION).when(ACCEPTED).then(new ProductionAccepted());
        given(IN_PRODUCTION).and(ACCEPTED).when(ACCEPTED).thenNoted("bureau.accepted", LATE);
    }

    @Test
    void anOrderKnowsWhetherTheBureauTookTheJob() {
        assertThat(given(IN_PRODUCTION).order())
                .isInstanceOfSatisfying(
                        Order.InProduction.class, o -> assertThat(o.accepted()).isFalse());
        assertThat(given(IN_PRODUCTION).and(ACCEPTED).order())
                .isInstanceOfSatisfying(
                        Order.InProduction.class, o -> assertThat(o.accepted()).isTrue());
    }

    @Test
    void aRefusalCallsAPersonWhoShouldLookWithinADay() {
        Attention call = new Attention(PRODUCTION_REFUSED, PRODUCED_AT, PRODUCED_AT.plus(Duration.ofDays(1)));
        given(IN_PRODUCTION).when(REJECTED).then(new ProductionRefused(OUT_OF_STOCK), new AttentionRaised(call));
    }

    @Test
    void thePersonIsNotCalledTwice() {
        given(IN_PRODUCTION).and(REJECTED).when(REJECTED).thenNoted("bureau.rejected", LATE);
    }

    @Test
    void acceptedOrNotTheCardIsProducedAndTheCourierHasThreeDaysToFetchIt() {
        CardProduced produced = new CardProduced(PLASTIC, DISPATCH_DUE);
        given(IN_PRODUCTION).when(PRODUCED).then(produced);
        given(IN_PRODUCTION).and(ACCEPTED).when(PRODUCED).then(produced);
        given(IN_PRODUCTION).and(REJECTED).when(PRODUCED).then(produced);
    }

    @Test
    void whatNobodyAskedToBeStoppedIsNotStopped() {
        given(IN_PRODUCTION).when(STOPPED).thenNoted("bureau.stopped", CONTRADICTORY);
        given(IN_PRODUCTION).when(DESTROYED_IT).thenNoted("bureau.destroyed", CONTRADICTORY);
    }

    @Test
    void aRecallIsCompleteWhenThereIsNoPlastic() {
        given(RECALLING).when(STOPPED).then(new RecallCompleted(NEVER_MADE));
        given(RECALLING).when(REJECTED).then(new RecallCompleted(NEVER_MADE));
        given(RECALLING).when(DESTROYED_IT).then(new RecallCompleted(DESTROYED));
    }

    @Test
    void whatIsSaidNeverToHaveBeenMadeAlthoughItWasCallsAPerson() {
        List<OrderEvent> recalledWithPlastic = Histories.recalled(Histories.PRODUCED);
        contradicts(recalledWithPlastic, STOPPED, "bureau.stopped");
        contradicts(recalledWithPlastic, REJECTED, "bureau.rejected");
        given(recalledWithPlastic).when(DESTROYED_IT).then(new RecallCompleted(DESTROYED));
    }

    @Test
    void theBureauCannotDestroyWhatTheCourierHas() {
        contradicts(Histories.RECALLING_PARCEL, DESTROYED_IT, "bureau.destroyed");
        contradicts(Histories.RECALLING_PARCEL, REJECTED, "bureau.rejected");
    }

    private static void contradicts(List<OrderEvent> history, OrderCommand report, String name) {
        Attention call = new Attention(CONTRADICTORY_REPORTS, PRODUCED_AT, PRODUCED_AT.plus(Duration.ofDays(1)));
        given(history).when(report).then(new ReportNoted(name, CONTRADICTORY), new AttentionRaised(call));
        given(history).and(report).when(report).thenNoted(name, CONTRADICTORY);
    }

    @Test
    void whoHasRefusedMayAcceptAfterAll() {
        given(IN_PRODUCTION).and(ACCEPTED).and(REJECTED).when(ACCEPTED).then(new ProductionAccepted());
        assertThat(given(IN_PRODUCTION).and(ACCEPTED).and(REJECTED).order())
                .isInstanceOfSatisfying(
                        Order.InProduction.class, o -> assertThat(o.accepted()).isFalse());
    }

    @Test
    void productionThatGoesOnDuringTheRecallIsNoted() {
        given(RECALLING).when(ACCEPTED).thenNoted("bureau.accepted", LATE);
        given(RECALLING).when(PRODUCED).thenNoted("bureau.produced", LATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFYING", "APPROVED"})
    void beforeTheBureauWasAskedItsReportsComeTooEarly(Status status) {
        given(Histories.endingIn(status)).when(PRODUCED).thenRejected(new TooEarly(status));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"VERIFYING", "APPROVED", "IN_PRODUCTION", "RECALLING"})
    void onceTheCardIsProducedItsReportsComeTooLate(Status status) {
        given(Histories.endingIn(status)).when(STOPPED).thenNoted("bureau.stopped", LATE);
    }
}
