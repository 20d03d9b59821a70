package dev.carddelivery.adapters.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread with a connection of its own. When the connection breaks, or the database refuses the work, it opens
 * another, until it is closed. An outage is told when it begins and when it is over, and in between only when the work
 * fails for another reason.
 */
final class ConnectedThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectedThread.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** So many failures in a row make no pause longer: a short break shall be over soon. */
    private static final int FAST_TRIES = 5;

    /** A session that has run as long as this works: its statements would have failed by then. */
    private static final Duration LASTING = Duration.ofSeconds(3);

    private static final Duration FAREWELL = Duration.ofSeconds(4);

    private final String name;
    private final DataSource connections;
    private final Session session;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** What was told last of an outage that is not over; the recovery is told from another thread. */
    private final AtomicReference<@Nullable String> told = new AtomicReference<>();

    /** In a row; for the thread alone. */
    private int failures;

    /** What is done with a connection, from its opening until it breaks or the thread is interrupted. */
    @FunctionalInterface
    interface Session {
        void run(Connection connection) throws SQLException, InterruptedException;
    }

    private ConnectedThread(String name, DataSource connections, Session session) {
        this.name = name;
        this.connections = connections;
        this.session = session;
        // A platform thread: an interrupt must not close the socket in the middle of a commit, as in a virtual one.
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::work);
    }

    static ConnectedThread start(String name, DataSource connections, Session session) {
        ConnectedThread started = new ConnectedThread(name, connections, session);
        started.thread.start();
        return started;
    }

    /** Interrupts the thread between two statements and waits for its end. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long to wait after so many failures in a row. */
    static Duration pauseAfter(int failures) {
        Duration pause = PAUSE.multipliedBy(1L << Math.clamp(failures - FAST_TRIES, 0, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void work() {
        try {
            do {
                runSession();
            } while (!closing.await(pauseAfter(failures).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runSession() throws InterruptedException {
        boolean connected = false;
        long begun = System.nanoTime();
        try (Connection connection = connections.getConnection()) {
            connected = true;
            begun = System.nanoTime();
            use(connection);
        } catch (SQLException e) {
            tell(connected, e);
        } catch (RuntimeException | Error e) {
            told.set(e.getClass().getName());
            LOG.error("{} failed and begins anew with another connection", name, e);
        }
        boolean lasted = connected && System.nanoTime() - begun > LASTING.toNanos();
        failures = lasted ? 1 : failures + 1;
    }

    private void use(Connection connection) throws SQLException, InterruptedException {
        var recovery = new FutureTask<>(Executors.callable(this::recovered));
        CompletableFuture.delayedExecutor(LASTING.toMillis(), TimeUnit.MILLISECONDS)
                .execute(recovery);
        try {
            // Whatever the server's default: who loses a race must see the winner's rows instead of failing.
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            session.run(connection);
        } finally {
            recovery.cancel(false);
        }
    }

    /**
     * A connection that cannot be opened is no news while one is missing anyhow; another reason is, as when the server
     * that comes back is a standby.
     */
    private void tell(boolean connected, SQLException e) {
        String reason = e.getSQLState() == null ? "none" : e.getSQLState();
        String before = told.get();
        boolean known = before != null && (!connected || before.equals(reason));
        if (known || closing.getCount() == 0) {
            return;
        }
        told.set(reason);
        LOG.warn(
                connected
                        ? "{} failed in its work on the database and tries again with another connection: {} (SQLSTATE {})"
                        : "{} cannot connect to the database and tries again: {} (SQLSTATE {})",
                name,
                e.getMessage(),
                reason);
    }

    private void recovered() {
        if (told.getAndSet(null) != null) {
            LOG.info("{} works again", name);
        }
    }
}
