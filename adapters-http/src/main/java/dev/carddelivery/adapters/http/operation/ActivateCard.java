package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.problem.Problem;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.Bodies;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/** activateCard. */
public record ActivateCard(OrderHandler orders, InstantSource clock) implements Operation {

    @Override
    public Reply handle(Request request) {
        OrderId order = request.orderId();
        JsonNode body = request.json();
        Last4 proof = Bodies.proof(body);
        Answer tried = orders.activate(order, Intents.of(request, order, "activateCard", body), proof)
                .getOrElseThrow(
                        refusal -> Refusals.problem(refusal, clock.instant()).exception());
        if (tried.caused().exists(OrderEvent.ActivationRefused.class::isInstance)) {
            Problem wrong = ProblemType.WRONG_PROOF.problem();
            throw (tried.replayed() ? wrong.with(Replies.REPLAYED, "true") : wrong).exception();
        }
        return Replies.fulfilled(200, tried);
    }
}
