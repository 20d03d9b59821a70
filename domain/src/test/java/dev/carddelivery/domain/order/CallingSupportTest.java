package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.order.Attention.Reason.IDENTITY_REVIEW;
import static dev.carddelivery.domain.order.Attention.Reason.PARTNER_SILENT;
import static dev.carddelivery.domain.testing.Histories.APPROVED;
import static dev.carddelivery.domain.testing.Histories.VERIFYING;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.APPROVED_AT;
import static dev.carddelivery.domain.testing.Timeline.CUT_OFF;
import static dev.carddelivery.domain.testing.Timeline.PRODUCTION_DUE;

import dev.carddelivery.domain.order.OrderEvent.AttentionRaised;
import dev.carddelivery.domain.order.OrderEvent.ProductionRequested;
import dev.carddelivery.domain.testing.Histories;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A person is called for what the order itself cannot know of. */
class CallingSupportTest {

    private static final OrderCommand SILENT = at(APPROVED_AT).callSupport(PARTNER_SILENT);
    private static final AttentionRaised CALL =
            new AttentionRaised(new Attention(PARTNER_SILENT, APPROVED_AT, APPROVED_AT.plus(Duration.ofDays(1))));

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CANCELLED", "REJECTED", "EXPIRED", "RETURNED", "LOST"})
    void aPersonShouldLookWithinADay(Status status) {
        given(Histories.endingIn(status)).when(SILENT).then(CALL);
    }

    @Test
    void thePersonIsNotCalledTwice() {
        given(VERIFYING).and(SILENT).when(SILENT).thenNothing();
    }

    @Test
    void aCallForAnotherReasonTakesThePlaceOfTheOneBefore() {
        given(VERIFYING)
                .and(at(APPROVED_AT).callSupport(IDENTITY_REVIEW))
                .when(SILENT)
                .then(CALL);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "REJECTED", "EXPIRED", "RETURNED", "LOST"})
    void nobodyNeedLookAtWhatHasEnded(Status status) {
        given(Histories.endingIn(status)).when(SILENT).thenNothing();
    }

    @Test
    void aCallAtTheCutOffDoesNotKeepTheCardFromBeingMade() {
        given(APPROVED)
                .and(at(CUT_OFF).callSupport(PARTNER_SILENT))
                .when(at(CUT_OFF).pass(new Deadline(Deadline.Kind.PRODUCTION_START, CUT_OFF)))
                .then(new ProductionRequested(PRODUCTION_DUE));
    }
}
