package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.StoreUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientException;

/** Tells a database that is away for a while from a statement that is wrong. */
final class Outage {

    private Outage() {}

    /** Whether the same statement may well succeed later. */
    static boolean isOne(SQLException e) {
        if (e instanceof SQLTransientException) {
            return true;
        }
        String state = e.getSQLState();
        return state == null
                || state.startsWith("08") // connection lost or never made
                || state.startsWith("28") // access refused: somebody is changing a password
                || state.startsWith("40") // rolled back: deadlock or the like
                || state.startsWith("53") // no connections, memory or disk left
                || state.startsWith("57") // shutting down, starting up, cancelled
                || state.startsWith("58") // the server's own disk
                || state.equals("25006"); // read-only: the server has become a standby
    }

    /** The exception that the caller of a port gets. */
    static RuntimeException translate(String message, SQLException e) {
        return isOne(e) ? new StoreUnavailable(message, e) : new IllegalStateException(message, e);
    }
}
