package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.StoreMistake;
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
                || state.equals("25006") // read-only: the server has become a standby
                || state.equals("25P03") // the server's own patience with a transaction is at its end
                || state.equals("25P04")
                || state.equals("55P03"); // somebody else holds a lock for too long
    }

    /** The exception that the caller of a port gets. */
    static RuntimeException translate(String message, SQLException e) {
        if (isOne(e)) {
            return new StoreUnavailable(message, e);
        }
        // Values that the database does not take are the fault of whoever brought them.
        boolean isAboutValues =
                e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23");
        return isAboutValues ? new IllegalStateException(message, e) : new StoreMistake(message, e);
    }
}
