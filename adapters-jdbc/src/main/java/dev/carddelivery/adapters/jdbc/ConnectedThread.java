package dev.carddelivery.adapters.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread with a connection of its own. When the connection breaks it opens another, until it is closed. */
final class ConnectedThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectedThread.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofSeconds(4);

    private final String name;
    private final DataSource connections;
    private final Session session;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** Whether the last attempt had a connection, so that an outage is told once. For the thread alone. */
    private boolean connected = true;

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

    private void work() {
        try {
            do {
                runSession();
            } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runSession() throws InterruptedException {
        try (Connection connection = connections.getConnection()) {
            connected = true;
            // Whatever the server's default: who loses a race must see the winner's rows instead of failing.
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            session.run(connection);
        } catch (SQLException e) {
            if (connected && closing.getCount() > 0) {
                LOG.warn("{} lost its connection and tries to open another: {}", name, e.getMessage());
            }
            connected = false;
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed and begins anew with another connection", name, e);
        }
    }
}
