package dev.carddelivery.application.simulation;

import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;

/** A store as it must not be: what was appended is durable only when somebody comes again. */
final class HastyStore implements OrderStore {

    private final OrderStore store;
    private Runnable unwritten = () -> {};

    HastyStore(OrderStore store) {
        this.store = store;
    }

    @Override
    public OrderHistory load(OrderId orderId) {
        write();
        return store.load(orderId);
    }

    @Override
    public boolean append(OrderId orderId, int expectedVersion, Provenance by, List<OrderEvent> events) {
        if (load(orderId).events().size() != expectedVersion) {
            return false;
        }
        unwritten = () -> store.append(orderId, expectedVersion, by, events);
        return true;
    }

    private void write() {
        unwritten.run();
        unwritten = () -> {};
    }
}
