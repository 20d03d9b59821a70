package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.HistoryView;
import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.order.OrderHistory;

/** getOrderHistory. */
public record ReadHistory(VisibleOrders orders) implements Operation {

    @Override
    public Reply handle(Request request) {
        OrderHistory history = orders.history(request);
        return Replies.read(
                request, history.events().size(), Replies.KEPT, () -> Json.bytes(HistoryView.json(history)));
    }
}
