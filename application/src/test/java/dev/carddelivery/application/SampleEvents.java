package dev.carddelivery.application;

import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.order.ReturnReason;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Events for the tests of those who only keep events and do not ask whether they make sense one after another. */
public final class SampleEvents {

    private static final Instant LATER = Samples.MORNING.plus(Duration.ofDays(2));

    private SampleEvents() {}

    /** The first event of an order. */
    public static OrderEvent placed(OrderId id) {
        return new OrderEvent.OrderPlaced(
                id,
                Samples.ANNA,
                Purpose.FIRST,
                Examples.CONTENT,
                new TimeWindow(LATER, LATER.plus(Duration.ofDays(3))),
                LATER);
    }

    /** An event that can be told from others of its kind. */
    public static OrderEvent noted(String report) {
        return new OrderEvent.ReportNoted(report, ReportNoted.Reason.LATE);
    }

    /** The first event of an order and then each other kind of event, with everything that can be absent both ways. */
    public static List<OrderEvent> ofEveryKind(OrderId id) {
        Shipment onItsWay = new Shipment(Examples.PARCEL, Leg.DISPATCHED, Option.none(), LATER);
        Shipment tried = new Shipment(
                Examples.PARCEL,
                Leg.ATTEMPT_FAILED,
                Option.some(new FailedAttempt(2, 3, FailedAttempt.Reason.NO_DOCUMENT)),
                LATER);
        Deadline delivery = new Deadline(Deadline.Kind.DELIVERY, LATER);
        return List.of(
                placed(id),
                new OrderEvent.OrderChanged(Examples.CONTENT.editable()),
                new OrderEvent.IdentityConfirmed(),
                new OrderEvent.OrderApproved(LATER),
                new OrderEvent.OrderRejected(IdentityReport.Reason.SANCTIONS),
                new OrderEvent.ProductionRequested(LATER),
                new OrderEvent.ProductionAccepted(),
                new OrderEvent.ProductionRefused(BureauReport.Reason.OUT_OF_STOCK),
                new OrderEvent.CardProduced(Examples.PLASTIC, LATER),
                new OrderEvent.ParcelTracked(onItsWay, Option.none(), delivery),
                new OrderEvent.ParcelTracked(tried, Option.some(new TimeWindow(LATER, LATER)), delivery),
                new OrderEvent.ParcelDelivered(onItsWay),
                new OrderEvent.ParcelRedirected(Examples.EDIT.delivery()),
                new OrderEvent.ParcelReturning(tried, ReturnReason.NOT_COLLECTED, LATER),
                new OrderEvent.ParcelReturned(tried, ReturnReason.REFUSED),
                new OrderEvent.ParcelLost(onItsWay),
                new OrderEvent.CardActivated(),
                new OrderEvent.ActivationRefused(1, Option.none()),
                new OrderEvent.ActivationRefused(5, Option.some(LATER)),
                new OrderEvent.CardExpired(),
                new OrderEvent.OrderCancelled(CancelReason.FOUND_BETTER_OFFER),
                new OrderEvent.RecallStarted(CancelReason.MOVED_AWAY, LATER),
                new OrderEvent.RecallCompleted(OrderEvent.RecallCompleted.Outcome.DESTROYED),
                new OrderEvent.AttentionRaised(
                        new Attention(Attention.Reason.DELIVERY_OVERDUE, Samples.MORNING, LATER)),
                new OrderEvent.ReportNoted("courier.in-transit", ReportNoted.Reason.CONTRADICTORY));
    }
}
