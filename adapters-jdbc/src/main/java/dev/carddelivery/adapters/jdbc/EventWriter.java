package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.OrderEvent;

/** Writes the data of each kind of event. {@link EventReader} is its mirror. */
final class EventWriter {

    private EventWriter() {}

    static void write(OrderEvent event, JsonWriter to) {
        to.root(event, EventWriter::fields);
    }

    private static void fields(JsonWriter to, OrderEvent event) {
        switch (event) {
            case OrderEvent.OrderPlaced e ->
                to.text("orderId", e.id().value().toString())
                        .text("owner", e.owner().value())
                        .word("purpose", e.purpose())
                        .object("content", e.content(), ContentWriter::content)
                        .object("eta", e.eta(), EventWriter::window)
                        .time("identityCheckDue", e.identityCheckDue());
            case OrderEvent.OrderChanged e -> ContentWriter.editable(to, e.content());
            case OrderEvent.IdentityConfirmed e -> {}
            case OrderEvent.OrderApproved e -> to.time("editableUntil", e.editableUntil());
            case OrderEvent.OrderRejected e -> to.word("reason", e.reason());
            case OrderEvent.ProductionRequested e -> to.time("productionDue", e.productionDue());
            case OrderEvent.ProductionAccepted e -> {}
            case OrderEvent.ProductionRefused e -> to.word("reason", e.reason());
            case OrderEvent.CardProduced e ->
                to.text("reference", e.plastic().reference().value())
                        .text("last4", e.plastic().last4().value())
                        .time("expiry", e.plastic().expiry())
                        .time("dispatchDue", e.dispatchDue());
            case OrderEvent.ParcelTracked e ->
                to.object("shipment", e.shipment(), EventWriter::shipment)
                        .object("eta", e.eta(), EventWriter::window)
                        .object("deadline", e.deadline(), EventWriter::deadline);
            case OrderEvent.ParcelDelivered e -> to.object("shipment", e.shipment(), EventWriter::shipment);
            case OrderEvent.ParcelRedirected e -> to.object("to", e.to(), ContentWriter::delivery);
            case OrderEvent.ParcelReturning e ->
                to.object("shipment", e.shipment(), EventWriter::shipment)
                        .word("reason", e.reason())
                        .time("returnDue", e.returnDue());
            case OrderEvent.ParcelReturned e ->
                to.object("shipment", e.shipment(), EventWriter::shipment).word("reason", e.reason());
            case OrderEvent.ParcelLost e -> to.object("shipment", e.shipment(), EventWriter::shipment);
            case OrderEvent.CardActivated e -> {}
            case OrderEvent.ActivationRefused e -> {
                to.number("tries", e.tries());
                e.lockedUntil().forEach(until -> to.time("lockedUntil", until));
            }
            case OrderEvent.CardExpired e -> {}
            case OrderEvent.OrderCancelled e -> to.word("reason", e.reason());
            case OrderEvent.RecallStarted e -> to.word("reason", e.reason()).time("recallDue", e.recallDue());
            case OrderEvent.RecallCompleted e -> to.word("outcome", e.outcome());
            case OrderEvent.AttentionRaised e -> attention(to, e.attention());
            case OrderEvent.ReportNoted e -> to.text("report", e.report()).word("reason", e.reason());
        }
    }

    private static void shipment(JsonWriter to, Shipment shipment) {
        to.text("trackingNumber", shipment.trackingNumber().value())
                .word("leg", shipment.leg())
                .object("lastAttempt", shipment.lastAttempt(), EventWriter::attempt)
                .time("seenAt", shipment.seenAt());
    }

    private static void attempt(JsonWriter to, FailedAttempt attempt) {
        to.number("number", attempt.number()).number("of", attempt.of()).word("reason", attempt.reason());
    }

    private static void window(JsonWriter to, TimeWindow window) {
        to.time("from", window.from()).time("to", window.to());
    }

    private static void deadline(JsonWriter to, Deadline deadline) {
        to.word("what", deadline.what()).time("due", deadline.due());
    }

    private static void attention(JsonWriter to, Attention attention) {
        to.word("reason", attention.reason()).time("since", attention.since()).time("due", attention.due());
    }
}
