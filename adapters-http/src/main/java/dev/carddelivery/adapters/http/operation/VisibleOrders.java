package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.port.OrderStore;

/** The orders that a caller may see. Any other does not exist for them. */
public record VisibleOrders(OrderStore store, LiveOrders live) {

    /** The history of the order that the request's path names, with at least one event. */
    public OrderHistory history(Request request) {
        OrderHistory history = store.load(request.orderId());
        return history.placed()
                .filter(placed -> request.caller().maySeeOrdersOf(placed.owner()))
                .map(placed -> history)
                .getOrElseThrow(() -> ProblemType.ORDER_NOT_FOUND.problem().exception());
    }

    /** The same, in such a way that the order can be watched from there on. */
    public LiveOrders.Seen seen(Request request) {
        return live.look(request.orderId(), () -> history(request));
    }
}
