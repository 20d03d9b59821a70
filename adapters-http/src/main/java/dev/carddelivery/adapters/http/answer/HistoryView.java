package dev.carddelivery.adapters.http.answer;

import static dev.carddelivery.adapters.http.answer.Json.word;

import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderEvent;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that has happened to an order, without personal data: of what the customer changed only the names of
 * fields.
 */
public final class HistoryView {

    /** The fields of the status representation that tell of the order itself. */
    private static final List<String> FACTS = List.of(
            "status",
            "purpose",
            "card",
            "requirements",
            "nextStep",
            "allowedActions",
            "editableUntil",
            "delivery",
            "attention",
            "reason");

    private static final List<String> EDITABLE = List.of(
            "/cardInfo/embossingName",
            "/cardInfo/design",
            "/userInfo/phone",
            "/userInfo/email",
            "/deliveryInfo/method",
            "/deliveryInfo/address",
            "/deliveryInfo/slot",
            "/deliveryInfo/comment");

    private HistoryView() {}

    /** The history as a tree. */
    public static ObjectNode json(OrderHistory history) {
        Seq<OrderRevision> revisions = history.after(0);
        ObjectNode json = Json.object();
        json.put("orderId", history.events().head().orderId().value().toString());
        ArrayNode items = json.putArray("items");
        Option<OrderRevision> before = Option.none();
        for (int i = 0; i < revisions.size(); i++) {
            items.add(item(history.events().get(i), before, revisions.get(i)));
            before = Option.some(revisions.get(i));
        }
        return json;
    }

    private static ObjectNode item(RecordedEvent recorded, Option<OrderRevision> before, OrderRevision after) {
        ObjectNode json = Json.object()
                .put("name", EventNames.of(recorded.event()))
                .put("version", recorded.version())
                .put("happenedAt", recorded.by().happenedAt().toString())
                .put("recordedAt", recorded.by().now().toString())
                .put("assertedBy", word(recorded.by().actor().role()));
        json.set("changed", changed(recorded.event(), before, after));
        return json;
    }

    private static ObjectNode changed(OrderEvent event, Option<OrderRevision> before, OrderRevision after) {
        ObjectNode changed = Json.object();
        JsonNode old = before.map(StatusView::json).getOrElse(Json::object);
        JsonNode now = StatusView.json(after);
        FACTS.filter(fact -> !now.path(fact).equals(old.path(fact))).forEach(fact -> changed.set(fact, now.path(fact)));
        switch (event) {
            case OrderEvent.OrderChanged e -> addEdited(changed, before, after);
            case OrderEvent.ParcelRedirected e -> addEdited(changed, before, after);
            case OrderEvent.ProductionRefused e -> changed.put("refusal", word(e.reason()));
            case OrderEvent.RecallCompleted e -> changed.put("outcome", word(e.outcome()));
            case OrderEvent.ActivationRefused e -> {
                changed.put("tries", e.tries());
                e.lockedUntil().forEach(until -> changed.put("lockedUntil", until.toString()));
            }
            case OrderEvent.ReportNoted e ->
                changed.putObject("noted").put("report", e.report()).put("why", word(e.reason()));
            default -> {
                // The status tells it all.
            }
        }
        return changed;
    }

    private static void addEdited(ObjectNode changed, Option<OrderRevision> before, OrderRevision after) {
        before.map(revision -> edited(revision, after))
                .filter(fields -> !fields.isEmpty())
                .forEach(fields -> changed.set("fields", fields));
    }

    private static ArrayNode edited(OrderRevision before, OrderRevision after) {
        JsonNode old = ContentView.json(content(before));
        JsonNode now = ContentView.json(content(after));
        ArrayNode fields = Json.array();
        EDITABLE.filter(field -> !now.at(field).equals(old.at(field))).forEach(fields::add);
        return fields;
    }

    private static OrderContent content(OrderRevision revision) {
        return revision.order().dossier().content();
    }
}
