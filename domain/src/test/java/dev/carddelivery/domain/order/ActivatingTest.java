package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.testing.Examples.PLASTIC;
import static dev.carddelivery.domain.testing.Histories.ACTIVE;
import static dev.carddelivery.domain.testing.Histories.DELIVERED;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.CARD_EXPIRES_AT;
import static dev.carddelivery.domain.testing.Timeline.DELIVERED_AT;

import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.order.OrderEvent.ActivationRefused;
import dev.carddelivery.domain.order.OrderEvent.AttentionRaised;
import dev.carddelivery.domain.order.OrderEvent.CardActivated;
import dev.carddelivery.domain.order.OrderRejection.ActivationLocked;
import dev.carddelivery.domain.order.OrderRejection.NotActivatable;
import dev.carddelivery.domain.testing.Histories;
import dev.carddelivery.domain.testing.OrderSpecification;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Activating a delivered card by what is printed on it. */
class ActivatingTest {

    private static final Last4 RIGHT = PLASTIC.last4();
    private static final Last4 WRONG = new Last4("0000");
    private static final Instant UNLOCKED_AT = DELIVERED_AT.plus(Duration.ofDays(1));

    @Test
    void theRightDigitsActivateADeliveredCard() {
        given(DELIVERED).when(at(DELIVERED_AT).activate(RIGHT)).then(new CardActivated());
    }

    @Test
    void anActiveCardIsAsWishedAlready() {
        given(ACTIVE).when(at(DELIVERED_AT).activate(RIGHT)).thenNothing();
    }

    @Test
    void wrongDigitsDoNotPassForARepetition() {
        given(ACTIVE).when(at(DELIVERED_AT).activate(WRONG)).thenRejected(new NotActivatable(Status.ACTIVE));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DELIVERED", "ACTIVE"})
    void nothingButADeliveredCardIsActivated(Status status) {
        given(Histories.endingIn(status))
                .when(at(DELIVERED_AT).activate(RIGHT))
                .thenRejected(new NotActivatable(status));
    }

    @Test
    void aCardIsActivatedUntilItsValidityEnds() {
        given(DELIVERED).when(at(CARD_EXPIRES_AT.minusNanos(1)).activate(RIGHT)).then(new CardActivated());
    }

    @Test
    void noLongerThenEvenIfTheClockHasNotReportedIt() {
        given(DELIVERED).when(at(CARD_EXPIRES_AT).activate(RIGHT)).thenRejected(new NotActivatable(Status.DELIVERED));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void wrongDigitsAreCounted(int tries) {
        afterWrongTries(tries - 1)
                .when(at(DELIVERED_AT).activate(WRONG))
                .then(new ActivationRefused(tries, Option.none()));
    }

    @Test
    void theFifthTimeActivationIsLockedForADayAndAPersonIsCalled() {
        afterWrongTries(4)
                .when(at(DELIVERED_AT).activate(WRONG))
                .then(
                        new ActivationRefused(5, Option.some(UNLOCKED_AT)),
                        new AttentionRaised(new Attention(Attention.Reason.WRONG_PROOF, DELIVERED_AT, UNLOCKED_AT)));
    }

    @Test
    void whileItIsLockedNoDigitsAreLookedAt() {
        ActivationLocked locked = new ActivationLocked(UNLOCKED_AT);
        afterWrongTries(5).when(at(UNLOCKED_AT.minusNanos(1)).activate(RIGHT)).thenRejected(locked);
        afterWrongTries(5).when(at(UNLOCKED_AT.minusNanos(1)).activate(WRONG)).thenRejected(locked);
    }

    @Test
    void whenTheLockEndsTheRightDigitsActivateTheCard() {
        afterWrongTries(5).when(at(UNLOCKED_AT).activate(RIGHT)).then(new CardActivated());
    }

    @Test
    void whenTheLockEndsWrongDigitsAreCountedFromOneAgain() {
        afterWrongTries(5)
                .and(at(UNLOCKED_AT).activate(WRONG))
                .when(at(UNLOCKED_AT).activate(WRONG))
                .then(new ActivationRefused(2, Option.none()));
    }

    private static OrderSpecification afterWrongTries(int tries) {
        OrderSpecification specification = given(DELIVERED);
        for (int i = 0; i < tries; i++) {
            specification = specification.and(at(DELIVERED_AT).activate(WRONG));
        }
        return specification;
    }
}
