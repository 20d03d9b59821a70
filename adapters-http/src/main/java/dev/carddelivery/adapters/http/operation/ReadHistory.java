package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.HistoryView;
import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.request.EntityTags;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.order.OrderHistory;

/** getOrderHistory. */
public record ReadHistory(VisibleOrders orders) implements Operation {

    @Override
    public Reply handle(Request request) {
        OrderHistory history = orders.history(request);
        int version = history.events().size();
        Reply reply =
                request.alreadyHas(version) ? Reply.empty(304) : Reply.json(200, Json.bytes(HistoryView.json(history)));
        return reply.with("ETag", EntityTags.tag(version)).with("Cache-Control", "private, no-cache");
    }
}
