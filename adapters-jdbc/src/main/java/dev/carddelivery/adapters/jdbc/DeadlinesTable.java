package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.domain.order.Deadline;
import io.vavr.collection.Seq;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** One row for each order that waits for something. */
final class DeadlinesTable {

    private static final String FORGET = "delete from deadlines where order_id = any (?)";

    private static final String SHOW = """
            insert into deadlines (order_id, what, due)
            select * from unnest(?, ?, ?) as shown (order_id)
            order by order_id
            on conflict (order_id) do update set what = excluded.what, due = excluded.due
            """;

    private DeadlinesTable() {}

    private record Running(UUID orderId, Deadline deadline) {}

    static void show(Connection connection, Seq<OrderRevision> revisions) throws SQLException {
        Seq<OrderRevision> waitForNothing = revisions.filter(
                revision -> revision.order().dossier().deadline().isEmpty());
        if (waitForNothing.nonEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                Columns.of(statement, waitForNothing).uuid(OrdersTable::id);
                statement.executeUpdate();
            }
        }
        Seq<Running> running = revisions.flatMap(revision ->
                revision.order().dossier().deadline().map(deadline -> new Running(OrdersTable.id(revision), deadline)));
        if (running.nonEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(SHOW)) {
                Columns.of(statement, running)
                        .uuid(Running::orderId)
                        .word(each -> each.deadline().what())
                        .instant(each -> each.deadline().due());
                statement.executeUpdate();
            }
        }
    }
}
