package dev.carddelivery.application.process;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.domain.order.OrderId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Follows the orders whose events pass by, so that a subscription sees each event with the order right after it.
 * Recently seen orders are remembered, others are read from their history. For use by one thread.
 */
final class RevisionTracker {

    private static final int REMEMBERED = 5_000;

    private final OrderStore store;
    private final Map<OrderId, OrderRevision> recent = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OrderId, OrderRevision> eldest) {
            return size() > REMEMBERED;
        }
    };

    RevisionTracker(OrderStore store) {
        this.store = store;
    }

    /** The order right after {@code recorded}. */
    OrderRevision after(RecordedEvent recorded) {
        OrderRevision before = recent.get(recorded.orderId());
        OrderRevision after = before != null && before.version() == recorded.version() - 1
                ? before.next(recorded)
                : OrderRevision.first(recorded).getOrElse(() -> read(recorded));
        recent.put(recorded.orderId(), after);
        return after;
    }

    private OrderRevision read(RecordedEvent recorded) {
        return store.load(recorded.orderId())
                .at(recorded.version())
                .getOrElseThrow(() -> new IllegalStateException("The log has version " + recorded.version()
                        + " of order " + recorded.orderId().value() + ", its history has not"));
    }
}
