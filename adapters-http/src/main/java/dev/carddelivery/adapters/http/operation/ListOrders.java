package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.PageView;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.request.PageQuery;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.adapters.http.security.Caller;
import dev.carddelivery.application.port.OrderSearch;
import dev.carddelivery.application.port.OrderSearch.OrderFilter;
import dev.carddelivery.application.port.OrderSearch.OrderSummary;
import dev.carddelivery.application.port.Slice;
import dev.carddelivery.domain.order.Status;
import io.vavr.control.Option;

/** listOrders: a customer's own, or all. */
public record ListOrders(OrderSearch orders) implements Operation {

    @Override
    public Reply handle(Request request) {
        Caller caller = request.caller();
        OrderFilter filter =
                new OrderFilter(Option.when(caller.isCustomer(), caller::user), request.query("status", Status.class));
        Slice<OrderSummary> page = PageQuery.of(request).in((cursor, limit) -> orders.find(filter, cursor, limit));
        return caller.isCustomer() ? PageView.ownOrders(page) : PageView.allOrders(page);
    }
}
