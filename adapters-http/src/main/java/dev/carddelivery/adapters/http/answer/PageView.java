package dev.carddelivery.adapters.http.answer;

import static dev.carddelivery.adapters.http.answer.Json.word;

import dev.carddelivery.application.port.OrderSearch.OrderSummary;
import dev.carddelivery.application.port.Slice;
import dev.carddelivery.application.port.UserSearch.RegisteredUser;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.domain.card.Last4;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pages of lists. */
public final class PageView {

    private PageView() {}

    /** A page of orders as their customer sees them. */
    public static Reply ownOrders(Slice<OrderSummary> page) {
        return reply(page, summary -> order(Json.object(), summary));
    }

    /** A page of orders as the bank's support sees them. */
    public static Reply allOrders(Slice<OrderSummary> page) {
        return reply(
                page,
                summary -> order(Json.object().put("userId", summary.owner().value()), summary));
    }

    /** A page of users. */
    public static Reply users(Slice<RegisteredUser> page) {
        return reply(
                page,
                user -> Json.object()
                        .put("userId", user.userId().value())
                        .put("registeredAt", user.registeredAt().toString()));
    }

    /** A page of dead letters. */
    public static Reply deadLetters(Slice<DeadLetter.Summary> page) {
        return reply(page, DeadLetterView::summary);
    }

    private static ObjectNode order(ObjectNode json, OrderSummary summary) {
        json.put("orderId", summary.orderId().value().toString())
                .put("status", word(summary.status()))
                .put("version", summary.version())
                .put("since", summary.since().toString())
                .put("purpose", word(summary.purpose()));
        json.putObject("card")
                .put("cardType", word(summary.cardType()))
                .put("paymentSystem", summary.paymentSystem().name())
                .put("last4", summary.last4().map(Last4::value).getOrNull());
        return json.put("placedAt", summary.placedAt().toString())
                .put("attention", summary.attention().isDefined());
    }

    private static <T> Reply reply(Slice<T> page, Function<T, ObjectNode> item) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        page.items().map(item).forEach(items::add);
        json.put("nextCursor", page.nextCursor().getOrNull());
        return Reply.json(200, Json.bytes(json)).with("Cache-Control", "no-store");
    }
}
