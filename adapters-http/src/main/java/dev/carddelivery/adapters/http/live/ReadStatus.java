package dev.carddelivery.adapters.http.live;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.answer.StatusView;
import dev.carddelivery.adapters.http.operation.Operation;
import dev.carddelivery.adapters.http.operation.VisibleOrders;
import dev.carddelivery.adapters.http.request.EntityTags;
import dev.carddelivery.adapters.http.request.Preference;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.order.OrderRevision;
import java.time.Duration;

/** getOrderStatusById: at once, or as soon as there is something that the client does not have yet. */
public record ReadStatus(VisibleOrders orders, Waiting waiting) implements Operation {

    @Override
    public Reply handle(Request request) throws InterruptedException {
        OrderRevision present = orders.history(request).latest().get();
        if (!request.alreadyHas(present.version())) {
            return found(present);
        }
        Duration wait =
                request.header("Prefer").flatMap(Preference::longestWait).getOrElse(Duration.ZERO);
        OrderRevision next = wait.isZero() ? present : awaitNext(request, present, wait);
        Reply reply = request.alreadyHas(next.version()) ? notModified(next) : found(next);
        return reply.withIf(!wait.isZero(), "Preference-Applied", "wait=" + wait.toSeconds());
    }

    private OrderRevision awaitNext(Request request, OrderRevision present, Duration wait) throws InterruptedException {
        return waiting.<OrderRevision, RuntimeException>watching(
                request.orderId(),
                watch -> watch.awaitAfter(present.version(), wait).latest().get());
    }

    private static Reply found(OrderRevision revision) {
        return Reply.json(200, StatusView.bytes(revision))
                .with("ETag", EntityTags.tag(revision.version()))
                .with("Cache-Control", "private, no-cache");
    }

    private static Reply notModified(OrderRevision revision) {
        return Reply.empty(304)
                .with("ETag", EntityTags.tag(revision.version()))
                .with("Cache-Control", "private, no-cache");
    }
}
