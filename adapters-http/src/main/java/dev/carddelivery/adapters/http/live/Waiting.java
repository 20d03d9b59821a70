package dev.carddelivery.adapters.http.live;

import dev.carddelivery.application.live.LiveOrders;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets threads wait for news of an order, each on behalf of one client, and sends them all home when the server closes.
 */
public final class Waiting implements AutoCloseable {

    private final LiveOrders live;
    private final Set<LiveOrders.Watch> watches = ConcurrentHashMap.newKeySet();
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

    /** Begins to watch an order that was just read, for work that is to come. */
    LiveOrders.Watch open(LiveOrders.Seen order) {
        LiveOrders.Watch watch = live.watch(order);
        watches.add(watch);
        if (closed) {
            watch.dismiss();
        }
        return watch;
    }

    /**
     * Does {@code work} in this thread, and closes the watch.
     *
     * @throws InterruptedException when the watch is dismissed, as all are when the server closes
     */
    <T, E extends Exception> T through(LiveOrders.Watch watch, Work<T, E> work) throws E, InterruptedException {
        try (watch) {
            return work.with(watch);
        } finally {
            watches.remove(watch);
        }
    }

    /**
     * Watches an order that was just read, and does {@code work} in this thread.
     *
     * @throws InterruptedException when the server closes
     */
    public <T, E extends Exception> T watching(LiveOrders.Seen order, Work<T, E> work) throws E, InterruptedException {
        return through(open(order), work);
    }

    @Override
    public void close() {
        closed = true;
        watches.forEach(LiveOrders.Watch::dismiss);
    }
}
