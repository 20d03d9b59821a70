package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.order.AllowedAction.ACTIVATE;
import static dev.carddelivery.domain.order.AllowedAction.CANCEL;
import static dev.carddelivery.domain.order.AllowedAction.UPDATE;
import static dev.carddelivery.domain.testing.Examples.ATTEMPT;
import static dev.carddelivery.domain.testing.Examples.CONTENT;
import static dev.carddelivery.domain.testing.Examples.EDIT;
import static dev.carddelivery.domain.testing.Examples.ORDER_ID;
import static dev.carddelivery.domain.testing.Examples.OWNER;
import static dev.carddelivery.domain.testing.Examples.PARCEL;
import static dev.carddelivery.domain.testing.Examples.PLASTIC;
import static dev.carddelivery.domain.testing.Histories.UNPLACED;
import static dev.carddelivery.domain.testing.Moment.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.order.NextStep.What;
import dev.carddelivery.domain.testing.Moment;
import dev.carddelivery.domain.testing.OrderSpecification;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The life of an order from beginning to end. Read this first. */
class OrderLifecycleScenario {

    private OrderSpecification story = OrderSpecification.given(UNPLACED);

    @Test
    void ivanOrdersACardChangesHisMindAboutTheNameMissesTheCourierAndActivatesTheCard() {
        then(on("2026-11-22").place(ORDER_ID, OWNER, CONTENT));
        itIs(Status.VERIFYING, What.IDENTITY_CHECK, "2026-11-25");
        heMay(UPDATE, CANCEL);

        then(on("2026-11-23").hear(new IdentityReport.NeedsReview()));
        itIs(Status.VERIFYING, What.SUPPORT_REVIEW, "2026-11-24");

        then(on("2026-11-23").hear(new IdentityReport.Passed()));
        itIs(Status.APPROVED, What.PRODUCTION_START, "2026-11-24");

        then(on("2026-11-23").change(EDIT));
        itIs(Status.APPROVED, What.PRODUCTION_START, "2026-11-24");
        heMay(UPDATE, CANCEL);

        then(on("2026-11-24").pass(deadline()));
        itIs(Status.IN_PRODUCTION, What.CARD_PRODUCTION, "2026-12-01");
        heMay(CANCEL);

        then(on("2026-11-24").hear(new BureauReport.Accepted()));
        then(on("2026-11-27").hear(new BureauReport.Produced(PLASTIC)));
        itIs(Status.PRODUCED, What.DISPATCH, "2026-11-30");

        then(on("2026-11-28").hear(new CourierReport.Dispatched(PARCEL, Option.none())));
        itIs(Status.IN_DELIVERY, What.DELIVERY, "2026-12-05");
        heMay(CANCEL);

        then(on("2026-11-29").hear(new CourierReport.AttemptFailed(PARCEL, ATTEMPT)));
        itIs(Status.DELIVERY_PROBLEM, What.DELIVERY, "2026-12-05");

        then(on("2026-11-30").hear(new CourierReport.Waiting(PARCEL, noon("2026-12-07"))));
        itIs(Status.AWAITING_PICKUP, What.PICKUP, "2026-12-07");

        then(on("2026-12-01").hear(new CourierReport.Delivered(PARCEL)));
        then(on("2026-12-02").of(noon("2026-11-30")).hear(new CourierReport.InTransit(PARCEL)));
        assertThat(status()).isEqualTo(Status.DELIVERED);
        heMay(ACTIVATE);

        then(on("2026-12-02").activate(new Last4("0000")));
        assertThat(status()).isEqualTo(Status.DELIVERED);

        then(on("2026-12-02").activate(PLASTIC.last4()));
        assertThat(status()).isEqualTo(Status.ACTIVE);
        assertThat((Object) NextStep.of(order())).isEqualTo(Option.none());
        heMay();

        assertThat(story.history().map(event -> event.getClass().getSimpleName()))
                .containsExactly(
                        "OrderPlaced",
                        "AttentionRaised",
                        "IdentityConfirmed",
                        "OrderApproved",
                        "OrderChanged",
                        "ProductionRequested",
                        "ProductionAccepted",
                        "CardProduced",
                        "ParcelTracked",
                        "ParcelTracked",
                        "ParcelTracked",
                        "ParcelDelivered",
                        "ReportNoted",
                        "ActivationRefused",
                        "CardActivated");
    }

    private void then(OrderCommand command) {
        story = story.and(command);
    }

    private void itIs(Status status, What next, String dueOn) {
        assertThat(status()).isEqualTo(status);
        NextStep step = NextStep.of(order()).get();
        assertThat(step.what()).isEqualTo(next);
        assertThat((Object) step.dueBy()).isEqualTo(Option.some(noon(dueOn)));
    }

    private void heMay(AllowedAction... actions) {
        assertThat(AllowedAction.of(order())).containsExactly(actions);
    }

    private Order.Placed order() {
        return (Order.Placed) story.order();
    }

    private Status status() {
        return Status.of(order());
    }

    private Deadline deadline() {
        return order().dossier().deadline().get();
    }

    private static Moment on(String day) {
        return at(noon(day));
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
