package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.testing.Examples.CONTENT;
import static dev.carddelivery.domain.testing.Examples.EDIT;
import static dev.carddelivery.domain.testing.Histories.APPROVED;
import static dev.carddelivery.domain.testing.Histories.VERIFYING;
import static dev.carddelivery.domain.testing.Moment.at;
import static dev.carddelivery.domain.testing.OrderSpecification.given;
import static dev.carddelivery.domain.testing.Timeline.APPROVED_AT;
import static dev.carddelivery.domain.testing.Timeline.CUT_OFF;
import static dev.carddelivery.domain.testing.Timeline.DELIVERED_AT;
import static dev.carddelivery.domain.testing.Timeline.PLACED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.OrderEvent.OrderChanged;
import dev.carddelivery.domain.order.OrderRejection.InvalidContent;
import dev.carddelivery.domain.order.OrderRejection.NotEditable;
import dev.carddelivery.domain.testing.Histories;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Changing an order until the cut-off. */
class ChangingTest {

    private static final Instant NEXT_MONTH = Instant.parse("2026-12-22T10:00:00Z");

    @Test
    void anOrderIsChangedWhileItIsBeingVerified() {
        given(VERIFYING).when(at(PLACED_AT).change(EDIT)).then(new OrderChanged(EDIT));
    }

    @Test
    void anApprovedOrderIsChangedUntilJustBeforeTheCutOff() {
        given(APPROVED).when(at(CUT_OFF.minusNanos(1)).change(EDIT)).then(new OrderChanged(EDIT));
    }

    @Test
    void atTheCutOffItIsTooLate() {
        given(APPROVED).when(at(CUT_OFF).change(EDIT)).thenRejected(new NotEditable(Status.APPROVED));
    }

    @Test
    void atTheCutOffEvenNoChangeIsTooLate() {
        given(APPROVED).when(at(CUT_OFF).change(CONTENT.editable())).thenRejected(new NotEditable(Status.APPROVED));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"VERIFYING", "APPROVED"})
    void onceTheCardIsBeingMadeTheOrderStaysAsItIs(Status status) {
        given(Histories.endingIn(status)).when(at(DELIVERED_AT).change(EDIT)).thenRejected(new NotEditable(status));
    }

    @Test
    void aChangeToWhatIsOrderedAlreadyIsRecordedToBeRecognisedLater() {
        given(VERIFYING).when(at(PLACED_AT).change(CONTENT.editable())).then(new OrderChanged(CONTENT.editable()));
        given(VERIFYING)
                .and(at(PLACED_AT).change(EDIT))
                .when(at(APPROVED_AT).change(EDIT))
                .then(new OrderChanged(EDIT));
    }

    @Test
    void aNewDeliverySlotMustNotHavePassed() {
        DeliveryPlan elsewhere = new DeliveryPlan(
                EDIT.delivery().method(),
                EDIT.delivery().address(),
                CONTENT.delivery().slot(),
                Option.none());
        given(VERIFYING)
                .when(at(NEXT_MONTH).change(changed(elsewhere)))
                .thenRejected(new InvalidContent(
                        List.of(new Violation("/deliveryInfo/slot/date", "slot-in-the-past", List.empty()))));
    }

    @Test
    void aSlotThatHasPassedSinceIsNoReasonToRefuseAnotherChange() {
        EditableContent edit = changed(CONTENT.delivery());
        given(VERIFYING).when(at(NEXT_MONTH).change(edit)).then(new OrderChanged(edit));
    }

    @Test
    void aChangeTouchesTheEditablePartAndNothingElse() {
        Order.Verifying changed =
                (Order.Verifying) given(VERIFYING).and(new OrderChanged(EDIT)).order();
        OrderContent content = changed.dossier().content();
        assertThat(content.editable()).isEqualTo(EDIT);
        assertThat(content.with(CONTENT.editable())).isEqualTo(CONTENT);
    }

    private static EditableContent changed(DeliveryPlan delivery) {
        return new EditableContent(EDIT.embossingName(), EDIT.design(), EDIT.contact(), delivery);
    }
}
