package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.answer.StatusView;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.Bodies;
import dev.carddelivery.adapters.http.request.IdempotencyKey;
import dev.carddelivery.adapters.http.request.NewOrder;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** createOrder. */
public record PlaceOrder(OrderHandler orders, InstantSource clock) implements Operation {

    @Override
    public Reply handle(Request request) {
        Instant now = clock.instant();
        Option<IdempotencyKey> key = request.idempotencyKey();
        NewOrder order = Bodies.newOrder(request.json(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        OrderId id = order.orderId()
                .orElse(() -> key.map(IdempotencyKey::orderId))
                .getOrElseThrow(
                        () -> ProblemType.IDEMPOTENCY_KEY_MISSING.problem().exception());
        Answer placed = orders.place(id, request.caller().user(), order.content())
                .getOrElseThrow(refusal -> Refusals.problem(refusal, now).exception());
        return Replies.fulfilled(201, placed)
                .with("Location", StatusView.path(placed.revision().order().dossier()));
    }
}
