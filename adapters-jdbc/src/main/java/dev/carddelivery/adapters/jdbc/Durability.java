package dev.carddelivery.adapters.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether a commit survives a crash of the server. */
final class Durability {

    private Durability() {}

    /**
     * Looks at the settings as they are in force for this user in this database, wherever they were made.
     *
     * @throws UnsafeDatabase when one of them is off
     */
    static void require(Connection connection) throws SQLException {
        String settings = "select current_setting('fsync') = 'on', current_setting('synchronous_commit') <> 'off'";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(settings)) {
            result.next();
            if (!result.getBoolean(1)) {
                throw new UnsafeDatabase("fsync");
            }
            if (!result.getBoolean(2)) {
                throw new UnsafeDatabase("synchronous_commit");
            }
        }
    }
}
