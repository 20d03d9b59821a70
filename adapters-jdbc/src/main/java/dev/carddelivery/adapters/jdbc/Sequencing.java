package dev.carddelivery.adapters.jdbc;

import io.vavr.collection.Vector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Gives committed batches their places in the log. */
final class Sequencing {

    /** Channels belong to a database, which may hold a log in each of several schemas. */
    private static final String CHANNEL = """
            select 'card_delivery_log_' || oid from pg_namespace where nspname = current_schema()""";

    /**
     * All in one transaction: a batch is pending or has its place, never both, never neither. Only this notifies, once
     * for many batches, since a notifying transaction takes a lock on the whole cluster when it commits.
     */
    private static final String ROUND = """
            with taken as (
                delete from pending_batches returning batch_id
            ), placed as (
                insert into log (place, batch_id)
                select
                    (select coalesce(max(place), 0) from log) + row_number() over (order by batch_id),
                    batch_id
                from taken
                returning place, batch_id
            )
            select place, batch_id, (select pg_notify((%s), max(place)::text) from placed)
            from placed
            order by place
            """.formatted(CHANNEL);

    private Sequencing() {}

    /**
     * What has got its place in the log.
     *
     * @param place its place
     * @param batchId the batch that is there
     */
    record Sequenced(long place, long batchId) {}

    /** Has {@code connection} notified of how far the log goes by now: a hint, since a notification may get lost. */
    static void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet channel = statement.executeQuery(CHANNEL)) {
            channel.next();
            statement.execute("listen " + channel.getString(1));
        }
    }

    /** Places all batches that are committed by now, and returns them in the order of the log. */
    static Vector<Sequenced> round(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROUND);
                ResultSet rows = statement.executeQuery()) {
            List<Sequenced> placed = new ArrayList<>();
            while (rows.next()) {
                placed.add(new Sequenced(rows.getLong(1), rows.getLong(2)));
            }
            return Vector.ofAll(placed);
        }
    }
}
