package dev.carddelivery.application.live;

import dev.carddelivery.domain.order.OrderId;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Tells whether an event of an order has passed by between two moments. Some orders share a mark, which does no harm.
 */
final class Marks {

    private static final int SIZE = 1 << 12;

    private final AtomicLongArray passed = new AtomicLongArray(SIZE);

    /** The mark of an order now; another one than before where something has passed by. */
    long of(OrderId orderId) {
        return passed.get(index(orderId));
    }

    /** An event of the order passes by. */
    void advance(OrderId orderId) {
        passed.incrementAndGet(index(orderId));
    }

    private static int index(OrderId orderId) {
        return orderId.value().hashCode() & (SIZE - 1);
    }
}
