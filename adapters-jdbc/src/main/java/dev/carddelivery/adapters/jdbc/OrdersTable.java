package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.Deadline;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** One row for each order, as lists show it. */
final class OrdersTable {

    private static final String SHOW = """
            insert into orders (
                order_id, version, user_id, status, purpose, card_type, payment_system,
                last4, attention, attention_due, deadline, deadline_due, placed_at, since)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as shown (order_id)
            order by order_id
            on conflict (order_id) do update set
                version = excluded.version,
                status = excluded.status,
                last4 = excluded.last4,
                attention = excluded.attention,
                attention_due = excluded.attention_due,
                deadline = excluded.deadline,
                deadline_due = excluded.deadline_due,
                since = excluded.since
            where orders.version < excluded.version
            returning order_id
            """;

    private OrdersTable() {}

    /** Shows the revisions that are newer than what is shown, and returns the orders whose revisions were. */
    static Set<UUID> show(Connection connection, Seq<OrderRevision> revisions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SHOW)) {
            Columns.of(statement, revisions)
                    .uuid(OrdersTable::id)
                    .integer(OrderRevision::version)
                    .text(OrdersTable::owner)
                    .word(OrderRevision::status)
                    .word(revision -> revision.order().dossier().purpose())
                    .word(revision ->
                            revision.order().dossier().content().card().type())
                    .word(revision ->
                            revision.order().dossier().content().card().paymentSystem())
                    .textOption(revision ->
                            revision.order().madeCard().map(Plastic::last4).map(last4 -> last4.value()))
                    .wordOption(revision -> attention(revision).map(Attention::reason))
                    .instantOption(revision -> attention(revision).map(Attention::due))
                    .wordOption(revision -> deadline(revision).map(Deadline::what))
                    .instantOption(revision -> deadline(revision).map(Deadline::due))
                    .instant(OrderRevision::placedAt)
                    .instant(OrderRevision::since);
            try (ResultSet rows = statement.executeQuery()) {
                Set<UUID> moved = new HashSet<>();
                while (rows.next()) {
                    moved.add(rows.getObject(1, UUID.class));
                }
                return moved;
            }
        }
    }

    static UUID id(OrderRevision revision) {
        return revision.order().dossier().id().value();
    }

    static String owner(OrderRevision revision) {
        return revision.order().dossier().owner().value();
    }

    private static Option<Deadline> deadline(OrderRevision revision) {
        return revision.order().dossier().deadline();
    }

    private static Option<Attention> attention(OrderRevision revision) {
        return revision.order().dossier().attention();
    }
}
