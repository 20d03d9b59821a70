package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.adapters.jdbc.Sequencing.Sequenced;
import dev.carddelivery.application.order.RecordedEvent;
import io.vavr.collection.Seq;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The one that orders the log. All instances of the program have one; that whose connection holds the lock works, and
 * the same connection does the work, so that a lost lock and a lost connection are the same thing.
 */
public final class Sequencer implements AutoCloseable {

    /** How long a batch of another instance may lie unseen. */
    private static final Duration POLL = Duration.ofMillis(20);

    /** Between two rounds under load: fewer commits, each for more batches. */
    private static final Duration REST = Duration.ofMillis(10);

    private final JdbcEventLog log;
    private final Semaphore news = new Semaphore(0);
    private final ConnectedThread thread;

    /** Starts a sequencer for this log. */
    public Sequencer(Database database, JdbcEventLog log) {
        this.log = log;
        this.thread = ConnectedThread.start("sequencer", database.dedicated("sequencer"), this::lead);
    }

    /** This instance has committed a batch, which wants a place in the log. */
    public void committed(long batchId, Seq<RecordedEvent> events) {
        log.committed(batchId, events);
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    @Override
    public void close() {
        thread.close();
    }

    private void lead(Connection connection) throws SQLException, InterruptedException {
        AdvisoryLock.take(connection, "sequencer");
        while (true) {
            Seq<Sequenced> placed = Sequencing.round(connection);
            if (placed.nonEmpty()) {
                log.grown(placed);
                TimeUnit.MILLISECONDS.sleep(REST.toMillis());
            } else if (news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        }
    }
}
