package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.request.Bodies;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.OrderId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;

/** redirectParcel. */
public record RedirectParcel(OrderHandler orders, InstantSource clock) implements Operation {

    @Override
    public Reply handle(Request request) {
        OrderId order = request.orderId();
        JsonNode body = request.json();
        Instant now = clock.instant();
        DeliveryPlan to = Bodies.delivery(body, LocalDate.ofInstant(now, ZoneOffset.UTC));
        Answer redirected = orders.redirect(order, Intents.of(request, order, "redirectParcel", body), to)
                .getOrElseThrow(refusal -> Refusals.problem(refusal, now).exception());
        return Replies.fulfilled(200, redirected);
    }
}
