package dev.carddelivery.adapters.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Gives committed batches their places in the log. */
final class Sequencing {

    /** Tells readers that the log has grown: a hint, without contents. */
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
                returning place
            )
            select max(place), pg_notify('card_delivery_log', '')
            from placed
            having count(*) > 0
            """;

    private Sequencing() {}

    /**
     * Places all batches that are committed by now.
     *
     * @return the last place of the log, or 0 where there was nothing to place
     */
    static long round(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROUND);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
