package dev.carddelivery.domain.testing;

import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderCommand;
import dev.carddelivery.domain.order.Provenance;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.order.ReturnReason;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Commands, those that make sense and those that do not. */
public final class CommandArbitraries {

    private CommandArbitraries() {}

    /** Any command whatever, from anybody at any time. */
    public static Arbitrary<OrderCommand> commands() {
        Arbitrary<Provenance> by = OrderArbitraries.provenances();
        return Arbitraries.oneOf(
                Combinators.combine(
                                by,
                                OrderArbitraries.orderIds(),
                                PersonArbitraries.userIds(),
                                Arbitraries.of(Purpose.class),
                                OrderArbitraries.orderContents())
                        .as(OrderCommand.Place::new),
                Combinators.combine(by, OrderArbitraries.editableContents()).as(OrderCommand.Change::new),
                Combinators.combine(by, Arbitraries.of(CancelReason.class)).as(OrderCommand.Cancel::new),
                Combinators.combine(by, CardArbitraries.last4s()).as(OrderCommand.Activate::new),
                Combinators.combine(by, identityReports()).as(OrderCommand.ReportIdentity::new),
                Combinators.combine(by, bureauReports()).as(OrderCommand.ReportProduction::new),
                Combinators.combine(by, courierReports()).as(OrderCommand.ReportDelivery::new),
                Combinators.combine(by, DeliveryArbitraries.deliveryPlans()).as(OrderCommand.Redirect::new),
                Combinators.combine(by, Arbitraries.of(Attention.Reason.class)).as(OrderCommand.CallSupport::new),
                Combinators.combine(by, deadlines()).as(OrderCommand.PassDeadline::new));
    }

    /** What can well happen next where {@code life} has led; as long as the order has not ended there is something. */
    public static Arbitrary<OrderCommand> sensibleCommands(Journey life) {
        return Arbitraries.of(LifecycleModel.after(life.moves()).sensibleMoves().asJava())
                .map(move -> move.on(life.order(), life.material(), life.now()));
    }

    public static Arbitrary<IdentityReport> identityReports() {
        return Arbitraries.oneOf(
                Arbitraries.of(new IdentityReport.Passed(), new IdentityReport.NeedsReview()),
                Arbitraries.of(IdentityReport.Reason.class).map(IdentityReport.Failed::new));
    }

    public static Arbitrary<BureauReport> bureauReports() {
        return Arbitraries.oneOf(
                Arbitraries.of(new BureauReport.Accepted(), new BureauReport.Stopped(), new BureauReport.Destroyed()),
                Arbitraries.of(BureauReport.Reason.class).map(BureauReport.Rejected::new),
                CardArbitraries.plastics().map(BureauReport.Produced::new));
    }

    public static Arbitrary<CourierReport> courierReports() {
        return DeliveryArbitraries.trackingNumbers().flatMap(CommandArbitraries::courierReports);
    }

    /** What a courier can say about one parcel. */
    public static Arbitrary<CourierReport> courierReports(TrackingNumber parcel) {
        return Arbitraries.oneOf(
                trackingReports(parcel),
                Arbitraries.of(ReturnReason.class).map(reason -> new CourierReport.Returning(parcel, reason)),
                Arbitraries.of(
                        new CourierReport.Delivered(parcel),
                        new CourierReport.Returned(parcel),
                        new CourierReport.Lost(parcel)));
    }

    /** What a courier can say about one parcel as long as it may still arrive. */
    public static Arbitrary<CourierReport> trackingReports(TrackingNumber parcel) {
        return Arbitraries.oneOf(
                Texts.optional(DeliveryArbitraries.timeWindows()).map(eta -> new CourierReport.Dispatched(parcel, eta)),
                Arbitraries.of(new CourierReport.InTransit(parcel), new CourierReport.OutForDelivery(parcel)),
                DeliveryArbitraries.instants().map(until -> new CourierReport.Waiting(parcel, until)),
                DeliveryArbitraries.failedAttempts().map(attempt -> new CourierReport.AttemptFailed(parcel, attempt)));
    }

    public static Arbitrary<Deadline> deadlines() {
        return Combinators.combine(Arbitraries.of(Deadline.Kind.class), DeliveryArbitraries.instants())
                .as(Deadline::new);
    }
}
