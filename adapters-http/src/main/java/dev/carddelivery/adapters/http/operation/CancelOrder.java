package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.request.Bodies;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.OrderId;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/** cancelOrder. */
public record CancelOrder(OrderHandler orders, InstantSource clock) implements Operation {

    @Override
    public Reply handle(Request request) {
        OrderId order = request.orderId();
        JsonNode body = request.json();
        CancelReason reason = Bodies.cancelReason(body);
        Answer cancelled = orders.cancel(order, Intents.of(request, order, "cancelOrder", body), reason)
                .getOrElseThrow(
                        refusal -> Refusals.problem(refusal, clock.instant()).exception());
        return Replies.fulfilled(200, cancelled);
    }
}
