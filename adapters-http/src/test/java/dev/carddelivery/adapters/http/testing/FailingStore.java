package dev.carddelivery.adapters.http.testing;

import dev.carddelivery.application.UnreliableStore;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that can be away, and to whose appends something can happen. */
public final class FailingStore implements OrderStore {

    private final UnreliableStore store;
    private final AtomicInteger loads = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean broken;

    FailingStore(OrderStore store) {
        this.store = new UnreliableStore(store);
    }

    /** How often a history has been read so far. */
    public int loads() {
        return loads.get();
    }

    /** Makes this happen to the next append. */
    public void next(UnreliableStore.Mishap mishap) {
        store.next(mishap);
    }

    /** Whether nothing can be read or written at the moment. */
    public void setAway(boolean isAway) {
        away = isAway;
    }

    /** Makes every read fail for a reason that nobody has thought of. */
    public void breakDown() {
        broken = true;
    }

    @Override
    public OrderHistory load(OrderId orderId) {
        loads.incrementAndGet();
        requirePresent();
        if (broken) {
            throw new IllegalStateException("The store is broken");
        }
        return store.load(orderId);
    }

    @Override
    public boolean append(OrderId orderId, int expectedVersion, Provenance by, List<OrderEvent> events) {
        requirePresent();
        return store.append(orderId, expectedVersion, by, events);
    }

    private void requirePresent() {
        if (away) {
            throw new StoreUnavailable("The store is away");
        }
    }
}
