package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.Leadership;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Leads as long as its connection holds a lock in the database; when that breaks, another instance soon leads. */
public final class JdbcLeadership implements Leadership, AutoCloseable {

    private static final Duration PULSE = Duration.ofMillis(500);

    private final String name;
    private final CountDownLatch elected = new CountDownLatch(1);
    private final ConnectedThread thread;
    private volatile boolean leader;

    /** The leadership among those that react to the log. */
    public JdbcLeadership(Database database) {
        this(database, "leadership");
    }

    /** The leadership among those that have a name in common. */
    public JdbcLeadership(Database database, String name) {
        this.name = name;
        this.thread = ConnectedThread.start("leadership", database.dedicated("leadership"), this::hold);
    }

    @Override
    public boolean isLeader() {
        return leader;
    }

    /** Waits until this instance leads for the first time; false when another one still does after {@code atMost}. */
    public boolean awaitElection(Duration atMost) throws InterruptedException {
        return elected.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.close();
    }

    private void hold(Connection connection) throws SQLException, InterruptedException {
        AdvisoryLock.take(connection, name);
        leader = true;
        elected.countDown();
        try {
            while (connection.isValid(1)) {
                TimeUnit.MILLISECONDS.sleep(PULSE.toMillis());
            }
        } finally {
            leader = false;
        }
        throw new SQLRecoverableException("The database does not answer");
    }
}
