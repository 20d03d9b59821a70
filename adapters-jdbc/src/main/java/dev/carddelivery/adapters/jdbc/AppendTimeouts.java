package dev.carddelivery.adapters.jdbc;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends those home who have waited too long for their append. One thread looks after all of them now and then: a timer
 * for each would cost more than the rest of the waiting.
 */
final class AppendTimeouts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppendTimeouts.class);
    private static final Duration LOOK = Duration.ofMillis(100);

    private record Waiting(PendingAppend append, long until) {

        boolean isDone(long now) {
            return append.isOver() || until - now <= 0;
        }
    }

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("append-timeouts").unstarted(this::work);
    private final long patience;
    private volatile boolean closed;

    private AppendTimeouts(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** Starts to look after appends, each of which may take about as long as {@code patience}. */
    static AppendTimeouts after(Duration patience) {
        AppendTimeouts timeouts = new AppendTimeouts(patience);
        timeouts.thread.start();
        return timeouts;
    }

    /** Looks after one more. */
    void add(PendingAppend append) {
        waiting.add(new Waiting(append, System.nanoTime() + patience));
        if (closed) {
            append.giveUp();
        }
    }

    private void work() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                look();
            }
        } catch (InterruptedException closing) {
            closed = true; // Before the look at those who wait: who comes later sees this, who came earlier is seen.
            waiting.forEach(each -> each.append().giveUp());
        }
    }

    /** Whatever goes wrong, the next look follows: without this thread those who wait would do so for ever. */
    private void look() {
        try {
            long now = System.nanoTime();
            // All have the same patience, so nobody is late behind one who is not.
            for (Waiting first = waiting.peek(); first != null && first.isDone(now); first = waiting.peek()) {
                first.append().giveUp();
                waiting.remove();
            }
        } catch (RuntimeException | Error e) {
            LOG.error("Those who wait for the event store are looked after again soon", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
