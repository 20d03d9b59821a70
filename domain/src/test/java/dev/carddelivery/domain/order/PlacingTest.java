package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.testing.Examples.CONTENT;
import static dev.carddelivery.domain.testing.Examples.ORDER_ID;
import static dev.carddelivery.domain.testing.Examples.OWNER;
import static dev.carddelivery.domain.testing.Histories.UNPLACED;
import static dev.carddelivery.domain.testing.Histories.VERIFYING;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.IDENTITY_DUE;
import static dev.carddelivery.domain.testing.Timeline.PLACED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.order.OrderRejection.AlreadyPlaced;
import dev.carddelivery.domain.order.OrderRejection.InvalidContent;
import dev.carddelivery.domain.order.OrderRejection.NotPlaced;
import dev.carddelivery.domain.testing.Examples;
import dev.carddelivery.domain.testing.Histories;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Ordering a card. */
class PlacingTest {

    @Test
    void aPlacedOrderIsOneEventThatHoldsTheContentAndThePromises() {
        given(UNPLACED).when(at(PLACED_AT).place(ORDER_ID, OWNER, CONTENT)).then(VERIFYING.head());
    }

    @Test
    void contentThatCannotBeTakenTodayIsRefusedWithEverythingThatIsWrong() {
        given(UNPLACED)
                .when(at(Instant.parse("2005-03-01T00:00:00Z")).place(ORDER_ID, OWNER, CONTENT))
                .thenRejected(new InvalidContent(List.of(
                        new Violation("/userInfo/birthDate", "age", List.of("18", "120")),
                        new Violation("/legalInfo/document/issuedOn", "document-date", List.empty()))));
    }

    @ParameterizedTest
    @EnumSource
    void anOrderIsPlacedOnlyOnce(Status status) {
        given(Histories.endingIn(status))
                .when(at(PLACED_AT).place(ORDER_ID, OWNER, CONTENT))
                .thenRejected(new AlreadyPlaced());
    }

    @ParameterizedTest
    @MethodSource("allButPlacing")
    void nothingElseCanBeAskedOfAnOrderThatNobodyPlaced(OrderCommand command) {
        given(UNPLACED).when(command).thenRejected(new NotPlaced());
    }

    static List<OrderCommand> allButPlacing() {
        return List.of(
                at(PLACED_AT).change(Examples.EDIT),
                at(PLACED_AT).cancel(CancelReason.OTHER),
                at(PLACED_AT).activate(new Last4("4242")),
                at(PLACED_AT).hear(new IdentityReport.Passed()),
                at(PLACED_AT).hear(new BureauReport.Accepted()),
                at(PLACED_AT).hear(new CourierReport.Delivered(Examples.PARCEL)),
                at(PLACED_AT).redirect(Examples.EDIT.delivery()),
                at(PLACED_AT).callSupport(Attention.Reason.PARTNER_SILENT),
                at(PLACED_AT).pass(new Deadline(Deadline.Kind.IDENTITY_CHECK, PLACED_AT)));
    }

    @Test
    void promisesShrinkWithTheLengthOfADay() {
        OrderDecider hurried = new OrderDecider(new ServiceTerms(Duration.ofSeconds(1)));
        OrderEvent placed = hurried.decide(Order.UNPLACED, at(PLACED_AT).place(ORDER_ID, OWNER, CONTENT))
                .get()
                .single();
        assertThat(((OrderEvent.OrderPlaced) placed).identityCheckDue())
                .isEqualTo(PLACED_AT.plusSeconds(3))
                .isBefore(IDENTITY_DUE);
    }
}
