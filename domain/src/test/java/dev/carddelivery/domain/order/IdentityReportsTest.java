package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.order.OrderEvent.ReportNoted.Reason.LATE;
import static dev.carddelivery.domain.testing.Histories.VERIFYING;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.APPROVED_AT;
import static dev.carddelivery.domain.testing.Timeline.CUT_OFF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.order.OrderEvent.AttentionRaised;
import dev.carddelivery.domain.order.OrderEvent.IdentityConfirmed;
import dev.carddelivery.domain.order.OrderEvent.OrderApproved;
import dev.carddelivery.domain.order.OrderEvent.OrderRejected;
import dev.carddelivery.domain.testing.Histories;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the identity service says. */
class IdentityReportsTest {

    private static final OrderCommand PASSED = at(APPROVED_AT).hear(new IdentityReport.Passed());
    private static final OrderCommand NEEDS_REVIEW = at(APPROVED_AT).hear(new IdentityReport.NeedsReview());

    @Test
    void aKnownCustomerGetsTheOrderApprovedAndADayForChanges() {
        given(VERIFYING).when(PASSED).then(new IdentityConfirmed(), new OrderApproved(CUT_OFF));
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownCustomerGetsTheOrderRejectedWithTheReason(IdentityReport.Reason reason) {
        given(VERIFYING)
                .when(at(APPROVED_AT).hear(new IdentityReport.Failed(reason)))
                .then(new OrderRejected(reason));
    }

    @Test
    void aDoubtfulCaseCallsAPersonWhoShouldLookWithinADay() {
        given(VERIFYING)
                .when(NEEDS_REVIEW)
                .then(new AttentionRaised(new Attention(Attention.Reason.IDENTITY_REVIEW, APPROVED_AT, CUT_OFF)));
    }

    @Test
    void thePersonIsNotCalledTwice() {
        given(VERIFYING).and(NEEDS_REVIEW).when(NEEDS_REVIEW).thenNoted("identity.needs-review", LATE);
    }

    @Test
    void theReviewEndsWithTheNextReport() {
        Order approved = given(VERIFYING).and(NEEDS_REVIEW).and(PASSED).order();
        assertThat(approved).isEqualTo(given(Histories.APPROVED).order());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"VERIFYING"})
    void afterwardsAReportComesTooLate(Status status) {
        given(Histories.endingIn(status)).when(PASSED).thenNoted("identity.passed", LATE);
    }

    @Test
    void requirementsAreMetOrFailedByTheReports() {
        assertThat(identityIn(VERIFYING)).isEqualTo(Requirement.State.PENDING);
        assertThat(identityIn(Histories.APPROVED)).isEqualTo(Requirement.State.MET);
        assertThat(identityIn(Histories.REJECTED)).isEqualTo(Requirement.State.FAILED);
    }

    private static Requirement.State identityIn(List<OrderEvent> history) {
        Dossier dossier = ((Order.Placed) given(history).order()).dossier();
        assertThat(dossier.requirements().map(Requirement::type)).containsExactly(RequirementType.values());
        assertThat(dossier.requirements().tail().map(Requirement::state)).containsOnly(Requirement.State.MET);
        return dossier.requirements().head().state();
    }
}
