package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.StoreUnavailable;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The appends that wait for a writer, first come first served, but never two of the same order in one batch. */
final class AppendQueue {

    private static final int CAPACITY = 10_000;
    private static final int BATCH = 256;

    private final Deque<PendingAppend> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();

    /** Lets an append wait, unless too many wait already. */
    void add(PendingAppend append) {
        lock.lock();
        try {
            if (waiting.size() >= CAPACITY) {
                throw new StoreUnavailable("Too many appends wait for the event store");
            }
            waiting.addLast(append);
            arrival.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes what waits, but no more than a batch; waits a while if nothing does, and then returns nothing. */
    Seq<PendingAppend> take(long patienceMillis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
            while (waiting.isEmpty() && left > 0) {
                left = arrival.awaitNanos(left);
            }
            return nextBatch();
        } finally {
            lock.unlock();
        }
    }

    private Seq<PendingAppend> nextBatch() {
        Map<UUID, PendingAppend> batch = new LinkedHashMap<>();
        Deque<PendingAppend> later = new ArrayDeque<>();
        while (!waiting.isEmpty() && batch.size() < BATCH) {
            PendingAppend next = waiting.removeFirst();
            if (!next.isOver() && batch.putIfAbsent(next.orderId(), next) != null) {
                later.addLast(next);
            }
        }
        later.descendingIterator().forEachRemaining(waiting::addFirst);
        return Vector.ofAll(batch.values());
    }
}
