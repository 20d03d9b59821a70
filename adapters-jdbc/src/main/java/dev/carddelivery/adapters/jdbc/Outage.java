package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.StoreMistake;
import dev.carddelivery.application.port.StoreUnavailable;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

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
            return new StoreUnavailable(message + cause(e), e);
        }
        // Values that the database does not take are the fault of whoever brought them.
        boolean isAboutValues =
                e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23");
        return isAboutValues ? new IllegalStateException(message, e) : new StoreMistake(message, e);
    }

    /**
     * What the server, the driver and the pool say, so that a full disk can be told from an exhausted pool. Nobody else
     * is quoted, nor a server's detail: a row or a bound value may hold personal data.
     */
    private static String cause(SQLException e) {
        Vector<String> said = Vector.empty();
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof SQLException known) {
                String words = Vector.of(Option.of(known.getSQLState()), words(known))
                        .flatMap(word -> word)
                        .mkString(": ");
                said = words.isEmpty() ? said : said.append(words);
            }
        }
        return said.isEmpty() ? "" : said.mkString(" (", "; ", ")");
    }

    private static Option<String> words(SQLException e) {
        return switch (e) {
            case PSQLException said ->
                Option.of(said.getServerErrorMessage())
                        .map(ServerErrorMessage::getMessage)
                        .orElse(() -> Option.of(said.getMessage()));
            case SQLTransientConnectionException pool -> Option.of(pool.getMessage());
            default -> Option.none();
        };
    }
}
