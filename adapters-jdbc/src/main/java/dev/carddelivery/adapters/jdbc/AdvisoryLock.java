package dev.carddelivery.adapters.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A lock that a connection holds until it ends, one for each name and schema of a database. */
final class AdvisoryLock {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String TRY =
            "select pg_try_advisory_lock(hashtextextended('card-delivery/' || current_schema() || '/' || ?, 0))";

    /** So that the server soon lets go of the lock of a program whose machine has vanished. */
    private static final String NOTICE_THE_DEAD =
            "set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 3";

    private AdvisoryLock() {}

    /** Tries again and again, until the lock is held by {@code connection}. */
    static void take(Connection connection, String name) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(NOTICE_THE_DEAD);
        }
        while (!tryTake(connection, name)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private static boolean tryTake(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRY)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
