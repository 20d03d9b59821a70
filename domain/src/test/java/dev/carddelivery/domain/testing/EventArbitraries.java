package dev.carddelivery.domain.testing;

import static dev.carddelivery.domain.testing.DeliveryArbitraries.instants;
import static dev.carddelivery.domain.testing.DeliveryArbitraries.shipments;
import static dev.carddelivery.domain.testing.DeliveryArbitraries.timeWindows;
import static dev.carddelivery.domain.testing.Texts.optional;

import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderEvent.RecallCompleted;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.order.ReturnReason;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events of every kind, whether or not they could have been decided. */
public final class EventArbitraries {

    private EventArbitraries() {}

    /** Any event. */
    public static Arbitrary<OrderEvent> events() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        new OrderEvent.IdentityConfirmed(),
                        new OrderEvent.ProductionAccepted(),
                        new OrderEvent.CardActivated(),
                        new OrderEvent.CardExpired()),
                placings(),
                OrderArbitraries.editableContents().map(OrderEvent.OrderChanged::new),
                instants().map(OrderEvent.OrderApproved::new),
                Arbitraries.of(IdentityReport.Reason.class).map(OrderEvent.OrderRejected::new),
                instants().map(OrderEvent.ProductionRequested::new),
                Arbitraries.of(BureauReport.Reason.class).map(OrderEvent.ProductionRefused::new),
                Combinators.combine(CardArbitraries.plastics(), instants()).as(OrderEvent.CardProduced::new),
                parcelEvents(),
                activationRefusals(),
                Arbitraries.of(CancelReason.class).map(OrderEvent.OrderCancelled::new),
                Combinators.combine(Arbitraries.of(CancelReason.class), instants())
                        .as(OrderEvent.RecallStarted::new),
                Arbitraries.of(RecallCompleted.Outcome.class).map(RecallCompleted::new),
                attentions().map(OrderEvent.AttentionRaised::new),
                notes());
    }

    /** Orders placed. */
    public static Arbitrary<OrderEvent.OrderPlaced> placings() {
        return Combinators.combine(
                        OrderArbitraries.orderIds(),
                        PersonArbitraries.userIds(),
                        Arbitraries.of(Purpose.class),
                        OrderArbitraries.orderContents(),
                        timeWindows(),
                        instants())
                .as(OrderEvent.OrderPlaced::new);
    }

    /** What happens to parcels. */
    public static Arbitrary<OrderEvent> parcelEvents() {
        return Arbitraries.oneOf(
                Combinators.combine(shipments(), optional(timeWindows()), CommandArbitraries.deadlines())
                        .as(OrderEvent.ParcelTracked::new),
                shipments().map(OrderEvent.ParcelDelivered::new),
                DeliveryArbitraries.deliveryPlans().map(OrderEvent.ParcelRedirected::new),
                Combinators.combine(shipments(), Arbitraries.of(ReturnReason.class), instants())
                        .as(OrderEvent.ParcelReturning::new),
                Combinators.combine(shipments(), Arbitraries.of(ReturnReason.class))
                        .as(OrderEvent.ParcelReturned::new),
                shipments().map(OrderEvent.ParcelLost::new));
    }

    private static Arbitrary<OrderEvent.ActivationRefused> activationRefusals() {
        return Combinators.combine(Arbitraries.integers().between(1, 5), optional(instants()))
                .as(OrderEvent.ActivationRefused::new);
    }

    private static Arbitrary<Attention> attentions() {
        return Combinators.combine(Arbitraries.of(Attention.Reason.class), timeWindows())
                .as((reason, window) -> new Attention(reason, window.from(), window.to()));
    }

    private static Arbitrary<ReportNoted> notes() {
        Arbitrary<PartnerReport> reports = Arbitraries.oneOf(
                CommandArbitraries.identityReports(),
                CommandArbitraries.bureauReports(),
                CommandArbitraries.courierReports());
        return Combinators.combine(reports.map(PartnerReport::name), Arbitraries.of(ReportNoted.Reason.class))
                .as(ReportNoted::new);
    }
}
