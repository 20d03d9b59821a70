package dev.carddelivery.adapters.http.live;

import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.answer.StatusView;
import dev.carddelivery.adapters.http.operation.Operation;
import dev.carddelivery.adapters.http.operation.Replies;
import dev.carddelivery.adapters.http.operation.VisibleOrders;
import dev.carddelivery.adapters.http.request.Preference;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.application.order.OrderRevision;
import java.time.Duration;

/** getOrderStatusById: at once, or as soon as there is something that the client does not have yet. */
public record ReadStatus(VisibleOrders orders, Waiting waiting) implements Operation {

    @Override
    public Reply handle(Request request) throws InterruptedException {
        LiveOrders.Seen seen = orders.seen(request);
        OrderRevision present = seen.history().latest().get();
        boolean waits = request.wants(present.version()) && request.alreadyHas(present.version());
        Duration wait = waits ? longestWait(request) : Duration.ZERO;
        OrderRevision found = wait.isZero() ? present : awaitNext(seen, wait);
        return Replies.read(request, found.version(), Replies.KEPT, () -> StatusView.bytes(found))
                .withIf(!wait.isZero(), "Preference-Applied", "wait=" + wait.toSeconds());
    }

    private static Duration longestWait(Request request) {
        return request.header("Prefer").flatMap(Preference::longestWait).getOrElse(Duration.ZERO);
    }

    private OrderRevision awaitNext(LiveOrders.Seen seen, Duration wait) throws InterruptedException {
        int present = seen.history().events().size();
        return waiting.<OrderRevision, RuntimeException>watching(
                seen, watch -> watch.awaitAfter(present, wait).latest().get());
    }
}
