package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.OrderRevision;
import io.vavr.collection.Seq;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One row for each user and card, with the user's registration repeated in each. */
final class UsersTable {

    /**
     * A user is registered by their first order in the log: an earlier row of theirs knows when that was, otherwise it
     * is the first of their orders that arrive here, which come in the order of the log.
     */
    private static final String SHOW = """
            insert into users (order_id, user_id, card_type, registered_at, current)
            select
                order_id,
                user_id,
                card_type,
                coalesce(
                    (select earlier.registered_at from users earlier where earlier.user_id = shown.user_id limit 1),
                    first_value(placed_at) over (partition by user_id order by log_order)),
                current
            from unnest(?, ?, ?, ?, ?) with ordinality
                as shown (order_id, user_id, card_type, placed_at, current, log_order)
            order by order_id
            on conflict (order_id) do update set current = excluded.current
            """;

    private UsersTable() {}

    static void show(Connection connection, Seq<OrderRevision> revisions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SHOW)) {
            Columns.of(statement, revisions)
                    .uuid(OrdersTable::id)
                    .text(OrdersTable::owner)
                    .word(revision ->
                            revision.order().dossier().content().card().type())
                    .instant(OrderRevision::placedAt)
                    .bool(revision -> !revision.status().isFinal());
            statement.executeUpdate();
        }
    }
}
