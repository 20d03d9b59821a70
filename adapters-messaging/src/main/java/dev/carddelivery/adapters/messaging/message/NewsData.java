package dev.carddelivery.adapters.messaging.message;

import static dev.carddelivery.adapters.messaging.message.Json.window;
import static dev.carddelivery.adapters.messaging.message.Json.word;

import dev.carddelivery.application.message.OutgoingMessage.OrderNews;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderEvent.OrderPlaced;
import dev.carddelivery.domain.order.OrderEvent.ParcelTracked;
import tools.jackson.databind.node.ObjectNode;

/** What everybody may know of an event: who wants to know more about the person must ask the order's domain. */
final class NewsData {

    private NewsData() {}

    static ObjectNode json(OrderNews news) {
        RecordedEvent cause = news.cause();
        ObjectNode json = Json.object()
                .put("orderId", cause.orderId().value().toString())
                .put("version", cause.version())
                .put("status", word(news.after().status()))
                .put("occurredAt", cause.by().happenedAt().toString())
                .put("recordedAt", cause.by().now().toString())
                .put("assertedBy", word(cause.by().actor().role()));
        return switch (cause.event()) {
            case OrderPlaced e -> placed(json, e);
            case OrderEvent.OrderChanged e ->
                json.put("design", e.content().design().value())
                        .put("deliveryMethod", word(e.content().delivery().method()));
            case OrderEvent.IdentityConfirmed e -> json;
            case OrderEvent.OrderApproved e ->
                json.put("editableUntil", e.editableUntil().toString());
            case OrderEvent.OrderRejected e -> json.put("reason", word(publicly(e.reason())));
            case OrderEvent.OrderCancelled e -> json.put("reason", word(e.reason()));
            case OrderEvent.ProductionRequested e ->
                json.put("productionDue", e.productionDue().toString());
            case OrderEvent.ProductionAccepted e -> json;
            case OrderEvent.ProductionRefused e -> json.put("reason", word(e.reason()));
            case OrderEvent.CardProduced e ->
                json.put("dispatchDue", e.dispatchDue().toString());
            case ParcelTracked e -> tracked(seen(json, e.shipment()), e);
            case OrderEvent.ParcelRedirected e -> json.put("deliveryMethod", word(e.to().method()));
            case OrderEvent.ParcelDelivered e -> seen(json, e.shipment());
            case OrderEvent.ParcelReturning e ->
                seen(json, e.shipment())
                        .put("reason", word(e.reason()))
                        .put("returnDue", e.returnDue().toString());
            case OrderEvent.ParcelReturned e -> seen(json, e.shipment()).put("reason", word(e.reason()));
            case OrderEvent.ParcelLost e -> seen(json, e.shipment());
            case OrderEvent.CardActivated e -> json;
            case OrderEvent.ActivationRefused e -> {
                json.put("tries", e.tries());
                e.lockedUntil().forEach(until -> json.put("lockedUntil", until.toString()));
                yield json;
            }
            case OrderEvent.CardExpired e -> json;
            case OrderEvent.RecallStarted e ->
                json.put("reason", word(e.reason()))
                        .put("recallDue", e.recallDue().toString());
            case OrderEvent.RecallCompleted e -> json.put("outcome", word(e.outcome()));
            case OrderEvent.AttentionRaised e ->
                json.put("reason", word(e.attention().reason()))
                        .put("since", e.attention().since().toString())
                        .put("due", e.attention().due().toString());
            case OrderEvent.ReportNoted e -> json.put("report", e.report()).put("reason", word(e.reason()));
        };
    }

    /** Whoever stands on a sanctions list must not hear of it, so nobody is told who could tell. */
    private static IdentityReport.Reason publicly(IdentityReport.Reason reason) {
        return reason == IdentityReport.Reason.SANCTIONS ? IdentityReport.Reason.POLICY : reason;
    }

    private static ObjectNode placed(ObjectNode json, OrderPlaced event) {
        CardSpec card = event.content().card();
        json.put("purpose", word(event.purpose()));
        json.putObject("card")
                .put("cardType", word(card.type()))
                .put("paymentSystem", card.paymentSystem().name())
                .put("currency", card.currency().name())
                .put("design", card.design().value());
        json.put("deliveryMethod", word(event.content().delivery().method()));
        json.set("eta", window(event.eta()));
        return json.put("identityCheckDue", event.identityCheckDue().toString());
    }

    private static ObjectNode tracked(ObjectNode json, ParcelTracked event) {
        event.shipment()
                .lastAttempt()
                .forEach(attempt -> json.putObject("attempt")
                        .put("number", attempt.number())
                        .put("of", attempt.of())
                        .put("reason", word(attempt.reason())));
        event.eta().forEach(eta -> json.set("eta", window(eta)));
        json.putObject("deadline")
                .put("what", word(event.deadline().what()))
                .put("due", event.deadline().due().toString());
        return json;
    }

    private static ObjectNode seen(ObjectNode json, Shipment shipment) {
        return json.put("trackingNumber", shipment.trackingNumber().value()).put("leg", word(shipment.leg()));
    }
}
