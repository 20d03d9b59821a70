package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.domain.card.CardReference;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.order.ReturnReason;
import dev.carddelivery.domain.person.UserId;
import java.time.YearMonth;
import java.util.UUID;

/** Reads the data of each kind of event. {@link EventWriter} is its mirror. */
final class EventReader {

    private EventReader() {}

    static OrderEvent read(EventType type, JsonReader from) {
        return switch (type) {
            case ORDER_PLACED ->
                new OrderEvent.OrderPlaced(
                        new OrderId(UUID.fromString(from.text("orderId"))),
                        new UserId(from.text("owner")),
                        from.word("purpose", Purpose.class),
                        from.object("content", ContentReader::content),
                        from.object("eta", EventReader::window),
                        from.instant("identityCheckDue"));
            case ORDER_CHANGED -> new OrderEvent.OrderChanged(ContentReader.editable(from));
            case IDENTITY_CONFIRMED -> new OrderEvent.IdentityConfirmed();
            case ORDER_APPROVED -> new OrderEvent.OrderApproved(from.instant("editableUntil"));
            case ORDER_REJECTED -> new OrderEvent.OrderRejected(from.word("reason", IdentityReport.Reason.class));
            case PRODUCTION_REQUESTED -> new OrderEvent.ProductionRequested(from.instant("productionDue"));
            case PRODUCTION_ACCEPTED -> new OrderEvent.ProductionAccepted();
            case PRODUCTION_REFUSED -> new OrderEvent.ProductionRefused(from.word("reason", BureauReport.Reason.class));
            case CARD_PRODUCED -> new OrderEvent.CardProduced(plastic(from), from.instant("dispatchDue"));
            case PARCEL_TRACKED ->
                new OrderEvent.ParcelTracked(
                        shipment(from),
                        from.objectOption("eta", EventReader::window),
                        from.object("deadline", EventReader::deadline));
            case PARCEL_DELIVERED -> new OrderEvent.ParcelDelivered(shipment(from));
            case PARCEL_REDIRECTED -> new OrderEvent.ParcelRedirected(from.object("to", ContentReader::delivery));
            case PARCEL_RETURNING ->
                new OrderEvent.ParcelReturning(
                        shipment(from), from.word("reason", ReturnReason.class), from.instant("returnDue"));
            case PARCEL_RETURNED ->
                new OrderEvent.ParcelReturned(shipment(from), from.word("reason", ReturnReason.class));
            case PARCEL_LOST -> new OrderEvent.ParcelLost(shipment(from));
            case CARD_ACTIVATED -> new OrderEvent.CardActivated();
            case ACTIVATION_REFUSED ->
                new OrderEvent.ActivationRefused(from.number("tries"), from.instantOption("lockedUntil"));
            case CARD_EXPIRED -> new OrderEvent.CardExpired();
            case ORDER_CANCELLED -> new OrderEvent.OrderCancelled(from.word("reason", CancelReason.class));
            case RECALL_STARTED ->
                new OrderEvent.RecallStarted(from.word("reason", CancelReason.class), from.instant("recallDue"));
            case RECALL_COMPLETED ->
                new OrderEvent.RecallCompleted(from.word("outcome", OrderEvent.RecallCompleted.Outcome.class));
            case ATTENTION_RAISED -> new OrderEvent.AttentionRaised(attention(from));
            case REPORT_NOTED ->
                new OrderEvent.ReportNoted(
                        from.text("report"), from.word("reason", OrderEvent.ReportNoted.Reason.class));
        };
    }

    private static Plastic plastic(JsonReader from) {
        return new Plastic(
                new CardReference(from.text("reference")),
                new Last4(from.text("last4")),
                YearMonth.parse(from.text("expiry")));
    }

    private static Shipment shipment(JsonReader event) {
        return event.object(
                "shipment",
                from -> new Shipment(
                        new TrackingNumber(from.text("trackingNumber")),
                        from.word("leg", Leg.class),
                        from.objectOption("lastAttempt", EventReader::attempt),
                        from.instant("seenAt")));
    }

    private static FailedAttempt attempt(JsonReader from) {
        return new FailedAttempt(
                from.number("number"), from.number("of"), from.word("reason", FailedAttempt.Reason.class));
    }

    private static TimeWindow window(JsonReader from) {
        return new TimeWindow(from.instant("from"), from.instant("to"));
    }

    private static Deadline deadline(JsonReader from) {
        return new Deadline(from.word("what", Deadline.Kind.class), from.instant("due"));
    }

    private static Attention attention(JsonReader from) {
        return new Attention(from.word("reason", Attention.Reason.class), from.instant("since"), from.instant("due"));
    }
}
