package dev.carddelivery.adapters.http.answer;

import static dev.carddelivery.adapters.http.answer.Json.word;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.order.AllowedAction;
import dev.carddelivery.domain.order.Dossier;
import dev.carddelivery.domain.order.Ending;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.NextStep;
import dev.carddelivery.domain.order.Order;
import io.vavr.control.Option;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The status representation: where an order stands, without personal data. A function of the revision alone, so that
 * the same version is the same bytes for ever; its fields are always in the same order.
 */
public final class StatusView {

    private StatusView() {}

    /** The representation as UTF-8. */
    public static byte[] bytes(OrderRevision revision) {
        return Json.bytes(json(revision));
    }

    /** The representation as a tree. */
    public static ObjectNode json(OrderRevision revision) {
        Order.Placed order = revision.order();
        Dossier dossier = order.dossier();
        String path = path(dossier);
        ObjectNode json = Json.object()
                .put("orderId", dossier.id().value().toString())
                .put("status", word(revision.status()))
                .put("version", revision.version())
                .put("since", revision.since().toString())
                .put("purpose", word(dossier.purpose()));
        json.set("card", card(dossier.content().card(), order.madeCard()));
        json.set("requirements", requirements(dossier));
        json.set("nextStep", NextStep.of(order).map(StatusView::nextStep).getOrNull());
        json.set("allowedActions", allowedActions(order));
        json.put("editableUntil", order instanceof Order.Approved o ? text(o.editableUntil()) : null);
        json.set("delivery", delivery(dossier, order.parcel()));
        json.set("attention", attention(dossier));
        json.put("reason", reason(order));
        json.put("assertedBy", word(revision.assertedBy().role()));
        json.putObject("links")
                .put("self", path + "/status")
                .put("history", path + "/history")
                .put("events", path + "/events");
        return json;
    }

    /** The path of an order. */
    public static String path(Dossier dossier) {
        return "/api/v1/orders/" + dossier.id().value();
    }

    private static ObjectNode card(CardSpec card, Option<Plastic> plastic) {
        return Json.object()
                .put("cardType", word(card.type()))
                .put("paymentSystem", card.paymentSystem().name())
                .put("last4", plastic.map(made -> made.last4().value()).getOrNull());
    }

    private static ArrayNode requirements(Dossier dossier) {
        ArrayNode json = Json.array();
        dossier.requirements()
                .forEach(requirement ->
                        json.addObject().put("type", word(requirement.type())).put("state", word(requirement.state())));
        return json;
    }

    private static ObjectNode nextStep(NextStep step) {
        return Json.object()
                .put("who", word(step.who()))
                .put("what", word(step.what()))
                .put("dueBy", step.dueBy().map(StatusView::text).getOrNull());
    }

    private static ArrayNode allowedActions(Order.Placed order) {
        ArrayNode json = Json.array();
        AllowedAction.of(order).forEach(action -> json.add(word(action)));
        return json;
    }

    private static ObjectNode delivery(Dossier dossier, Option<Shipment> parcel) {
        TimeWindow eta = dossier.eta();
        ObjectNode json = Json.object()
                .put("method", word(dossier.content().delivery().method()))
                .put(
                        "trackingNumber",
                        parcel.map(seen -> seen.trackingNumber().value()).getOrNull())
                .put("leg", parcel.map(seen -> word(seen.leg())).getOrNull());
        json.set(
                "attempt",
                parcel.filter(seen -> seen.leg() != Leg.DELIVERED)
                        .flatMap(Shipment::lastAttempt)
                        .map(failed -> Json.object()
                                .put("number", failed.number())
                                .put("of", failed.of())
                                .put("reason", word(failed.reason())))
                        .getOrNull());
        json.putObject("eta").put("from", text(eta.from())).put("to", text(eta.to()));
        return json;
    }

    private static @Nullable ObjectNode attention(Dossier dossier) {
        return dossier.attention()
                .map(call -> Json.object()
                        .put("reason", word(call.reason()))
                        .put("since", text(call.since()))
                        .put("due", text(call.due())))
                .getOrNull();
    }

    private static @Nullable String reason(Order.Placed order) {
        return switch (order) {
            case Order.Recalling o -> word(o.reason());
            case Order.Returning o -> word(o.reason());
            case Order.Ended o -> reason(o.ending());
            case Order.Verifying o -> null;
            case Order.Approved o -> null;
            case Order.InProduction o -> null;
            case Order.Produced o -> null;
            case Order.InDelivery o -> null;
            case Order.Delivered o -> null;
            case Order.Active o -> null;
        };
    }

    private static @Nullable String reason(Ending ending) {
        return switch (ending) {
            case Ending.Cancelled e -> word(e.reason());
            // Whoever stands on a sanctions list is not told so: that would be tipping off.
            case Ending.Rejected e
            when e.reason() == IdentityReport.Reason.SANCTIONS -> word(IdentityReport.Reason.POLICY);
            case Ending.Rejected e -> word(e.reason());
            case Ending.Recalled e -> word(e.reason());
            case Ending.Returned e -> word(e.reason());
            case Ending.Lost e -> null;
            case Ending.Expired e -> null;
        };
    }

    private static String text(Instant moment) {
        return moment.toString();
    }
}
