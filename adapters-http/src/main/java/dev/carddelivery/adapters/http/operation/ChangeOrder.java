package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.problem.Problem;
import dev.carddelivery.adapters.http.request.OrderEdit;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;

/** updateOrder. */
public record ChangeOrder(OrderHandler orders, InstantSource clock) implements Operation {

    @Override
    public Reply handle(Request request) {
        OrderId order = request.orderId();
        JsonNode patch = request.patch();
        if (!patch.isObject()) {
            throw Problem.invalid(List.of(Violation.of("wrong-type"))).exception();
        }
        Instant now = clock.instant();
        OrderEdit edit = new OrderEdit(patch, LocalDate.ofInstant(now, ZoneOffset.UTC));
        Answer changed = orders.change(order, Intents.of(request, order, "updateOrder", patch), edit)
                .getOrElseThrow(refusal -> Refusals.problem(refusal, now).exception());
        return Replies.fulfilled(200, changed);
    }
}
