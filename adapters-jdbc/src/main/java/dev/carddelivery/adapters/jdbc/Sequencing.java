package dev.carddelivery.adapters.jdbc;

import io.vavr.collection.Vector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Gives committed batches their places in the log. */
final class Sequencing {

    /** Tells readers where the log ends now: a hint, since it may get lost. */
    static final String CHANNEL = "card_delivery_log";

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
            select place, batch_id, (select pg_notify('card_delivery_log', max(place)::text) from placed)
            from placed
            order by place
            """;

    private Sequencing() {}

    /**
     * What has got its place in the log.
     *
     * @param place its place
     * @param batchId the batch that is there
     */
    record Placed(long place, long batchId) {}

    /** Places all batches that are committed by now, and returns them in the order of the log. */
    static Vector<Placed> round(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROUND);
                ResultSet rows = statement.executeQuery()) {
            List<Placed> placed = new ArrayList<>();
            while (rows.next()) {
                placed.add(new Placed(rows.getLong(1), rows.getLong(2)));
            }
            return Vector.ofAll(placed);
        }
    }
}
