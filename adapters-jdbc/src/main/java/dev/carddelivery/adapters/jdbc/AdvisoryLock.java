package dev.carddelivery.adapters.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A lock that a connection holds until it ends, one for each name and schema of a database. */
final class AdvisoryLock {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String TRY =
            "select pg_try_advisory_lock(hashtextextended('card-delivery/' || current_schema() || '/' || ?, 0))";

    private AdvisoryLock() {}

    /** Tries again and again, until the lock is held by {@code connection}. */
    static void take(Connection connection, String name) throws SQLException, InterruptedException {
        while (!tryTake(connection, name)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    static boolean tryTake(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRY)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
