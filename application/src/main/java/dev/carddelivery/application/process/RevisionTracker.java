package dev.carddelivery.application.process;

import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.LinkedHashMap;

/**
 * Follows the orders whose events pass by, so that a subscription sees each event with the order right after it.
 * Recently seen orders are remembered; those of a page that are not are read from their histories all at once, since in
 * a long backlog an order's next event may be far from its last. For use by one thread.
 */
final class RevisionTracker {

    private static final int REMEMBERED = 5_000;

    private final OrderStore store;

    /** The longest unseen first. */
    private final LinkedHashMap<OrderId, OrderRevision> recent = new LinkedHashMap<>(REMEMBERED, 0.75f, true);

    RevisionTracker(OrderStore store) {
        this.store = store;
    }

    /** For each event of a page the order right after it. */
    Vector<OrderRevision> after(Seq<RecordedEvent> page) {
        recall(page.distinctBy(RecordedEvent::orderId)
                .filter(first -> first.version() > 1 && before(first).isEmpty()));
        Vector<OrderRevision> revisions = page.map(this::follow).toVector();
        while (recent.size() > REMEMBERED) {
            recent.pollFirstEntry();
        }
        return revisions;
    }

    private Option<OrderRevision> before(RecordedEvent recorded) {
        return Option.of(recent.get(recorded.orderId())).filter(order -> order.version() == recorded.version() - 1);
    }

    private void recall(Seq<RecordedEvent> unknown) {
        if (unknown.nonEmpty()) {
            Map<OrderId, Integer> versions = unknown.toMap(RecordedEvent::orderId, event -> event.version() - 1);
            store.loadUpTo(versions)
                    .mapValues(OrderHistory::latest)
                    .forEach((id, latest) -> latest.forEach(revision -> recent.put(id, revision)));
        }
    }

    private OrderRevision follow(RecordedEvent recorded) {
        OrderRevision after = before(recorded)
                .map(order -> order.next(recorded))
                .orElse(() -> OrderRevision.first(recorded))
                .getOrElseThrow(() -> new IllegalStateException("The log has version " + recorded.version()
                        + " of order " + recorded.orderId().value() + ", its history has not what comes before"));
        recent.put(recorded.orderId(), after);
        return after;
    }
}
