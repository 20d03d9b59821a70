package dev.carddelivery.application.port;

import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.Tuple;
import io.vavr.collection.List;
import io.vavr.collection.Map;

/** The histories of all orders; the only truth there is. */
public interface OrderStore {

    /**
     * The whole history of one order, as committed when this is called.
     *
     * @return empty where nobody placed an order under this id
     * @throws StoreUnavailable when it cannot be read now
     */
    OrderHistory load(OrderId orderId);

    /**
     * The beginnings of several histories; all at once where that is faster, for those who can wait a little.
     *
     * @param versions up to which event each is wanted
     * @return without those of orders that nobody placed
     * @throws StoreUnavailable when they cannot be read now
     */
    default Map<OrderId, OrderHistory> loadUpTo(Map<OrderId, Integer> versions) {
        return versions.map((orderId, version) -> Tuple.of(
                        orderId, new OrderHistory(load(orderId).events().take(version))))
                .filterValues(history -> history.events().nonEmpty());
    }

    /**
     * Appends events to a history, all or none, if it still is at {@code expectedVersion}. When this returns true they
     * are durable. Blocks, and is cheap to wait on in a virtual thread.
     *
     * @param expectedVersion the version of the last event the decision saw; 0 for a new order
     * @param by the command that caused the events
     * @param events at least one
     * @return false where the history is at another version; nothing was appended then
     * @throws StoreUnavailable when it is not known whether the events were appended; asking again under the same
     *     command id finds out
     */
    boolean append(OrderId orderId, int expectedVersion, Provenance by, List<OrderEvent> events);
}
