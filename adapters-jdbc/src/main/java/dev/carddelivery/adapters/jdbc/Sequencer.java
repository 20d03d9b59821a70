package dev.carddelivery.adapters.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * The one that orders the log. All instances of the program have one; that whose connection holds the lock works, and
 * the same connection does the work, so that a lost lock and a lost connection are the same thing.
 */
public final class Sequencer implements AutoCloseable {

    /** How long a batch of another instance may lie unseen. */
    private static final Duration POLL = Duration.ofMillis(20);

    /** Between two rounds under load: fewer commits, each for more batches. */
    private static final Duration REST = Duration.ofMillis(10);

    private final LongConsumer sequenced;
    private final Semaphore news = new Semaphore(0);
    private final ConnectedThread thread;

    /**
     * Starts a sequencer.
     *
     * @param sequenced is given the log's last place after each round that moved it; must be quick
     */
    public Sequencer(Database database, LongConsumer sequenced) {
        this.sequenced = sequenced;
        this.thread = ConnectedThread.start("sequencer", database.dedicated("sequencer"), this::lead);
    }

    /** Says that this instance has committed a batch. */
    public void wake() {
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
            long end = Sequencing.round(connection);
            if (end > 0) {
                sequenced.accept(end);
                TimeUnit.MILLISECONDS.sleep(REST.toMillis());
            } else if (news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        }
    }
}
