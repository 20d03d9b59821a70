package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.OrderRevision;
import io.vavr.collection.Seq;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One row for each user and card, with the user's registration repeated in each. */
final class UsersTable {

    private static final String SHOW = """
            insert into users (order_id, user_id, card_type, registered_at, current)
            select
                order_id,
                user_id,
                card_type,
                least(
                    min(placed_at) over (partition by user_id),
                    (select min(present.registered_at) from users present where present.user_id = shown.user_id)),
                current
            from unnest(?, ?, ?, ?, ?) as shown (order_id, user_id, card_type, placed_at, current)
            order by order_id
            on conflict (order_id) do update set current = excluded.current
            """;

    /** Two orders of one user may be recorded at almost the same moment, and the later one come first in the log. */
    private static final String AGREE = """
            update users set registered_at = earliest.registered_at
            from (select user_id, min(registered_at) as registered_at from users where user_id = any (?) group by user_id)
                as earliest
            where users.user_id = earliest.user_id and users.registered_at > earliest.registered_at
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
        try (PreparedStatement statement = connection.prepareStatement(AGREE)) {
            Columns.of(statement, revisions.map(OrdersTable::owner).distinct()).text(owner -> owner);
            statement.executeUpdate();
        }
    }
}
