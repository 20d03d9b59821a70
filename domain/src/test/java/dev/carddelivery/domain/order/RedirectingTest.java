package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.testing.Examples.ADDRESS;
import static dev.carddelivery.domain.testing.Examples.CONTENT;
import static dev.carddelivery.domain.testing.Examples.EDIT;
import static dev.carddelivery.domain.testing.Histories.IN_DELIVERY;
import static dev.carddelivery.domain.testing.Histories.PRODUCED;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.DELIVERY_DUE;
import static dev.carddelivery.domain.testing.Timeline.PRODUCED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.delivery.DeliveryMethod;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.OrderEvent.ParcelRedirected;
import dev.carddelivery.domain.order.OrderRejection.InvalidContent;
import dev.carddelivery.domain.order.OrderRejection.NotRedirectable;
import dev.carddelivery.domain.testing.Histories;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Sending a parcel that is under way somewhere else. */
class RedirectingTest {

    private static final DeliveryPlan ELSEWHERE = EDIT.delivery();
    private static final OrderCommand REDIRECT = at(PRODUCED_AT).redirect(ELSEWHERE);
    private static final Instant NEXT_MONTH = Instant.parse("2026-12-22T10:00:00Z");

    @ParameterizedTest
    @EnumSource(names = {"PRODUCED", "IN_DELIVERY", "AWAITING_PICKUP", "DELIVERY_PROBLEM"})
    void aParcelUnderWayIsSentSomewhereElse(Status status) {
        given(Histories.endingIn(status)).when(REDIRECT).then(new ParcelRedirected(ELSEWHERE));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PRODUCED", "IN_DELIVERY", "AWAITING_PICKUP", "DELIVERY_PROBLEM"})
    void nothingElseIs(Status status) {
        given(Histories.endingIn(status)).when(REDIRECT).thenRejected(new NotRedirectable(status));
    }

    @ParameterizedTest
    @EnumSource(names = {"PRODUCED", "IN_DELIVERY", "AWAITING_PICKUP", "DELIVERY_PROBLEM"})
    void onlyTheDeliveryPlanIsAnother(Status status) {
        Order.Placed before = (Order.Placed) given(Histories.endingIn(status)).order();
        Dossier dossier = before.dossier();
        OrderContent content = new OrderContent(CONTENT.card(), CONTENT.holder(), CONTENT.legal(), ELSEWHERE);
        assertThat(given(Histories.endingIn(status)).and(REDIRECT).order())
                .isEqualTo(before.with(new Dossier(
                        dossier.id(),
                        dossier.owner(),
                        dossier.purpose(),
                        content,
                        dossier.requirements(),
                        dossier.eta(),
                        dossier.deadline(),
                        dossier.attention())));
    }

    @Test
    void aCallForAPersonDoesNotEndBeforeTheCourierHasMoved() {
        Deadline handOver = new Deadline(Deadline.Kind.DELIVERY, DELIVERY_DUE);
        Order order = given(IN_DELIVERY)
                .and(at(DELIVERY_DUE).pass(handOver))
                .and(at(DELIVERY_DUE).redirect(ELSEWHERE))
                .order();
        assertThat(((Order.Placed) order).isCalling(Attention.Reason.DELIVERY_OVERDUE))
                .isTrue();
    }

    @Test
    void theSameWayOnceMoreIsRecordedToBeRecognisedLater() {
        given(PRODUCED).and(REDIRECT).when(REDIRECT).then(new ParcelRedirected(ELSEWHERE));
    }

    @Test
    void aNewSlotMustNotHavePassed() {
        DeliveryPlan lastMonth = new DeliveryPlan(
                DeliveryMethod.COURIER, ADDRESS, CONTENT.delivery().slot(), Option.none());
        given(PRODUCED)
                .when(at(NEXT_MONTH).redirect(lastMonth))
                .thenRejected(new InvalidContent(
                        List.of(new Violation("/deliveryInfo/slot/date", "slot-in-the-past", List.empty()))));
    }
}
