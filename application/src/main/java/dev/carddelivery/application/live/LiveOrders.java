package dev.carddelivery.application.live;

import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLog;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.process.Worker;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells whoever watches an order when it changes: the one source of live status. It follows the log; what a watcher is
 * given is always read from the order's own history, so nothing can be missed or be out of order.
 */
public final class LiveOrders implements Worker.Step {

    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final EventLog log;
    private final OrderStore store;
    private final Map<OrderId, Set<Watch>> watches = new ConcurrentHashMap<>();
    private long place;

    /** Begins at the present end of the log, so that whatever is appended from now on wakes its watchers. */
    public LiveOrders(EventLog log, OrderStore store) {
        this.log = log;
        this.store = store;
        this.place = log.end();
    }

    /** Begins to watch an order, whether or not there is one. */
    public Watch watch(OrderId orderId) {
        Watch watch = new Watch(orderId);
        watches.compute(orderId, (id, present) -> {
            Set<Watch> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(watch);
            return all;
        });
        return watch;
    }

    /** How many watches are open. */
    public int size() {
        return watches.values().stream().mapToInt(Set::size).sum();
    }

    /** Reads on in the log and wakes those whose order has changed. */
    @Override
    public Duration run() throws InterruptedException {
        EventLog.Page page = log.readAfter(place, PAGE);
        if (page.place() == place) {
            log.awaitAfter(place, PATIENCE);
        }
        place = page.place();
        page.events().forEach(this::wake);
        return Duration.ZERO;
    }

    private void wake(RecordedEvent event) {
        Set<Watch> waiting = watches.get(event.orderId());
        if (waiting != null) {
            waiting.forEach(watch -> watch.changedTo(event.version()));
        }
    }

    /** One client's eye on one order. For one thread to wait with; close it when the client is gone. */
    public final class Watch implements AutoCloseable {

        private final OrderId orderId;
        private int newest;
        private Option<OrderHistory> seen = Option.none();
        private boolean dismissed;

        private Watch(OrderId orderId) {
            this.orderId = orderId;
        }

        /**
         * Waits until the order has gone past {@code version}.
         *
         * @param atMost how long to wait; zero for just a look
         * @return the order's history as last read, whether or not it has gone past that version
         * @throws InterruptedException when this watch is dismissed
         */
        public OrderHistory awaitAfter(int version, Duration atMost) throws InterruptedException {
            requirePresent();
            // The watch was open before the first look, so whatever comes after it wakes this thread.
            OrderHistory history = seen.getOrElse(() -> store.load(orderId));
            if (history.events().size() <= version) {
                boolean news = awaitNews(version, atMost);
                // After a wait without news, too: the log may not have come as far yet as the order itself.
                history = news || !atMost.isZero() ? store.load(orderId) : history;
            }
            seen = Option.some(history);
            return history;
        }

        private synchronized boolean awaitNews(int version, Duration atMost) throws InterruptedException {
            long end = System.nanoTime() + atMost.toNanos();
            for (long left = atMost.toNanos(); newest <= version && left > 0; left = end - System.nanoTime()) {
                requirePresent();
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            requirePresent();
            return newest > version;
        }

        private synchronized void requirePresent() throws InterruptedException {
            if (dismissed) {
                throw new InterruptedException("Dismissed");
            }
        }

        /**
         * Sends the thread home that waits here, or that is going to. A read that it is in the middle of comes to its
         * end: to interrupt that would cost a connection to the database.
         */
        public synchronized void dismiss() {
            dismissed = true;
            notifyAll();
        }

        private synchronized void changedTo(int version) {
            newest = Math.max(newest, version);
            notifyAll();
        }

        @Override
        public void close() {
            watches.computeIfPresent(orderId, (id, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
