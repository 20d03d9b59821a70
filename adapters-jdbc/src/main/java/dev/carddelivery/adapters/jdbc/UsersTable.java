package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.OrderRevision;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** One row for each user and card, with the user's registration repeated in each. */
final class UsersTable {

    private static final String SHOW = """
            insert into users (order_id, user_id, card_type, registered_at, current)
            select * from unnest(?, ?, ?, ?, ?) as shown (order_id)
            order by order_id
            on conflict (user_id, order_id) do update set current = excluded.current
            """;

    /** It is the same in all rows of a user, so one of them will do. Lateral, so that it is looked for only once. */
    private static final String REGISTERED = """
            select shown.user_id, registered_at
            from unnest(?) as shown (user_id)
                cross join lateral (select registered_at from users where users.user_id = shown.user_id limit 1) one
            """;

    private static final String MOVE_BACK = """
            update users set registered_at = earliest.placed_at
            from unnest(?, ?) as earliest (user_id, placed_at)
            where users.user_id = earliest.user_id
            """;

    private UsersTable() {}

    static void show(Connection connection, Seq<OrderRevision> revisions) throws SQLException {
        Map<String, Instant> known =
                registered(connection, revisions.map(OrdersTable::owner).distinct());
        Map<String, Instant> registered = revisions.foldLeft(
                known,
                (map, revision) -> map.put(OrdersTable.owner(revision), revision.placedAt(), UsersTable::earlier));
        // Two orders that one user places at almost the same moment may stand in the log the other way round.
        Map<String, Instant> earlier =
                registered.filter((user, at) -> known.get(user).exists(at::isBefore));
        if (earlier.nonEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(MOVE_BACK)) {
                Columns.of(statement, earlier.toVector()).text(Tuple2::_1).instant(Tuple2::_2);
                statement.executeUpdate();
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(SHOW)) {
            Columns.of(statement, revisions)
                    .uuid(OrdersTable::id)
                    .text(OrdersTable::owner)
                    .word(revision ->
                            revision.order().dossier().content().card().type())
                    .instant(revision ->
                            registered.get(OrdersTable.owner(revision)).get())
                    .bool(revision -> !revision.status().isFinal());
            statement.executeUpdate();
        }
    }

    /** When those of the users have registered that are known already. */
    private static Map<String, Instant> registered(Connection connection, Seq<String> users) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REGISTERED)) {
            Columns.of(statement, users).text(user -> user);
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, Instant> registered = HashMap.empty();
                while (rows.next()) {
                    registered = registered.put(rows.getString(1), EventRow.instant(rows, 2));
                }
                return registered;
            }
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
