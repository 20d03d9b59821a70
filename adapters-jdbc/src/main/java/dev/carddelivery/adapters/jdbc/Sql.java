package dev.carddelivery.adapters.jdbc;

import io.vavr.collection.Vector;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Jdbi, with exceptions that tell an outage from a mistake and never hold what was bound to a statement. */
final class Sql {

    private final Jdbi jdbi;

    Sql(DataSource source) {
        this.jdbi = Jdbi.create(source).installPlugin(new PostgresPlugin());
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    <T> T with(HandleCallback<T, RuntimeException> work) {
        try (Handle handle = jdbi.open()) {
            return work.withHandle(handle);
        } catch (JdbiException e) {
            throw e.getCause() instanceof SQLException cause
                    ? Outage.translate("The database did not do what it was asked", cause)
                    : e;
        }
    }

    <T> Vector<T> list(Function<Handle, ResultIterable<T>> query) {
        return with(handle -> Vector.ofAll(query.apply(handle).list()));
    }

    void use(HandleConsumer<RuntimeException> work) {
        with(handle -> {
            work.useHandle(handle);
            return true;
        });
    }
}
