package dev.carddelivery.application.memory;

import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLog;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The log in memory: for tests, and for trying the core without a database. What it holds is gone with the program. */
public final class InMemoryLog implements OrderStore, EventLog {

    private final Map<OrderId, OrderHistory> histories = new HashMap<>();
    private Vector<RecordedEvent> log = Vector.empty();

    @Override
    public synchronized OrderHistory load(OrderId orderId) {
        return histories.getOrDefault(orderId, OrderHistory.NONE);
    }

    @Override
    public synchronized boolean append(OrderId orderId, int expectedVersion, Provenance by, List<OrderEvent> events) {
        OrderHistory history = load(orderId);
        if (history.events().size() != expectedVersion) {
            return false;
        }
        OrderHistory longer = history.plus(orderId, by, events);
        histories.put(orderId, longer);
        log = log.appendAll(longer.events().drop(expectedVersion));
        notifyAll();
        return true;
    }

    @Override
    public synchronized Page readAfter(long afterPlace, int limit) {
        Vector<RecordedEvent> events = log.drop((int) afterPlace).take(limit);
        return new Page(events, afterPlace + events.size());
    }

    @Override
    public synchronized long end() {
        return log.size();
    }

    @Override
    public synchronized void awaitAfter(long afterPlace, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); log.size() <= afterPlace && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
