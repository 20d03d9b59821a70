package dev.carddelivery.adapters.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Some statements that have an effect together or not at all. */
@FunctionalInterface
interface Transaction {

    /** Runs the statements. */
    void run(Connection connection) throws SQLException;

    /** Runs them on a connection of {@code source}, or tells in these words that it could not be done. */
    default void on(DataSource source, String failure) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            run(connection);
            connection.commit();
        } catch (SQLException e) {
            throw Outage.translate(failure, e);
        }
    }
}
