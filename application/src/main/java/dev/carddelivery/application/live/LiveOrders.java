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
import java.util.function.Supplier;

/**
 * Tells whoever watches an order when it changes: the one source of live status. It follows the log; what a watcher is
 * given is always read from the order's own history, so nothing can be missed or be out of order.
 */
public final class LiveOrders implements Worker.Step {

    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Should the log ever stand still unnoticed, a watcher learns of it no later than this. */
    private static final Duration LONGEST_TRUST = Duration.ofMinutes(5);

    private final EventLog log;
    private final OrderStore store;
    private final Duration trust;
    private final Map<OrderId, Set<Watch>> watches = new ConcurrentHashMap<>();
    private final Marks marks = new Marks();
    private long place;

    /** When the last look at the log began that found nothing new there: all before it has woken its watchers. */
    private volatile long followed = System.nanoTime();

    /** Begins at the present end of the log, so that whatever is appended from now on wakes its watchers. */
    public LiveOrders(EventLog log, OrderStore store) {
        this(log, store, LONGEST_TRUST);
    }

    /** @param trust for how long a watcher takes the log's word for it that nothing has happened */
    LiveOrders(EventLog log, OrderStore store, Duration trust) {
        this.log = log;
        this.store = store;
        this.trust = trust;
        this.place = log.end();
    }

    /**
     * An order's history as somebody has just read it.
     *
     * @param orderId whose
     * @param history the history
     * @param mark what had passed by in the log before it was read
     */
    public record Seen(OrderId orderId, OrderHistory history, long mark) {}

    /** Reads an order's history in such a way that {@link #watch(Seen)} can go on from there. */
    public Seen look(OrderId orderId, Supplier<OrderHistory> reading) {
        long mark = marks.of(orderId);
        return new Seen(orderId, reading.get(), mark);
    }

    /**
     * Begins to watch an order whose history was just read; it is read again only where something has passed by since.
     */
    public Watch watch(Seen seen) {
        Watch watch = watch(seen.orderId());
        // The watch is open by now, so what passes by after this wakes it.
        if (marks.of(seen.orderId()) == seen.mark()) {
            watch.read(seen.history());
        }
        return watch;
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
        long begun = System.nanoTime();
        EventLog.Page page = log.readAfter(place, PAGE);
        if (page.place() == place) {
            followed = begun;
            log.awaitAfter(place, PATIENCE);
        }
        place = page.place();
        page.events().forEach(this::wake);
        return Duration.ZERO;
    }

    private void wake(RecordedEvent event) {
        marks.advance(event.orderId()); // before the look at who is there: who comes later sees this
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
        private long seenAt;
        private boolean dismissed;

        private Watch(OrderId orderId) {
            this.orderId = orderId;
        }

        /**
         * Waits until the order has gone past {@code version}. When the time is over and the log was followed all the
         * while, nothing is read again.
         *
         * @param atMost how long to wait; zero for just a look
         * @return the order's history as last read, whether or not it has gone past that version
         * @throws InterruptedException when this watch is dismissed
         */
        public OrderHistory awaitAfter(int version, Duration atMost) throws InterruptedException {
            requirePresent();
            // The watch was open before the first look, so whatever comes after it wakes this thread.
            OrderHistory history = seen.getOrElse(this::read);
            if (history.events().size() > version) {
                return history;
            }
            long begun = System.nanoTime();
            boolean news = awaitNews(version, atMost);
            return news || (!atMost.isZero() && mayHaveMissed(begun)) ? read() : history;
        }

        private OrderHistory read() {
            return read(store.load(orderId));
        }

        private OrderHistory read(OrderHistory history) {
            seen = Option.some(history);
            seenAt = System.nanoTime();
            return history;
        }

        /** Whether something may have happened of which the log has not woken this watch; {@code begun} to wait. */
        private boolean mayHaveMissed(long begun) {
            return followed - begun < 0 || System.nanoTime() - seenAt > trust.toNanos();
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
