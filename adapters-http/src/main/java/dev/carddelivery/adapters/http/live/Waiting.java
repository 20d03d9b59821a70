package dev.carddelivery.adapters.http.live;

import dev.carddelivery.application.live.LiveOrders;
import dev.carddelivery.domain.order.OrderId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets threads wait for news of an order, each on behalf of one client, and sends them all home when the server closes.
 */
public final class Waiting implements AutoCloseable {

    private final LiveOrders live;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Watches orders by means of {@code live}. */
    public Waiting(LiveOrders live) {
        this.live = live;
    }

    /** What a thread does while it watches an order. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /** Does it. */
        T with(LiveOrders.Watch watch) throws E, InterruptedException;
    }

    /**
     * Does {@code work} in this thread.
     *
     * @throws InterruptedException when the server closes
     */
    public <T, E extends Exception> T watching(OrderId order, Work<T, E> work) throws E, InterruptedException {
        Thread self = Thread.currentThread();
        threads.add(self);
        try (LiveOrders.Watch watch = live.watch(order)) {
            if (closed) {
                throw new InterruptedException("The server closes");
            }
            return work.with(watch);
        } finally {
            threads.remove(self);
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }
}
