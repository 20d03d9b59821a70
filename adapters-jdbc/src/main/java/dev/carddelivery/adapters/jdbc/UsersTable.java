package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.OrderRevision;
import io.vavr.collection.Seq;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

    /** The maximum is one look into the index for each user, also for one who has more cards than anybody else. */
    private static final String IS_EARLIER = """
            select exists (
                select from unnest(?, ?) as shown (user_id, placed_at)
                where placed_at < (select max(registered_at) from users where users.user_id = shown.user_id))
            """;

    private static final String MOVE_BACK = """
            update users set registered_at = earliest.placed_at
            from (
                select user_id, min(placed_at) as placed_at
                from unnest(?, ?) as shown (user_id, placed_at)
                group by user_id) earliest
            where users.user_id = earliest.user_id and users.registered_at > earliest.placed_at
            """;

    private UsersTable() {}

    static void show(Connection connection, Seq<OrderRevision> revisions) throws SQLException {
        // Two orders that one user places at almost the same moment may stand in the log the other way round.
        if (isEarlier(connection, revisions)) {
            try (PreparedStatement statement = connection.prepareStatement(MOVE_BACK)) {
                Columns.of(statement, revisions).text(OrdersTable::owner).instant(OrderRevision::placedAt);
                statement.executeUpdate();
            }
        }
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

    /** Whether one of these orders was placed before its user is thought to have registered. */
    private static boolean isEarlier(Connection connection, Seq<OrderRevision> revisions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IS_EARLIER)) {
            Columns.of(statement, revisions).text(OrdersTable::owner).instant(OrderRevision::placedAt);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
