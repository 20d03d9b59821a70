package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.order.Order;
import io.vavr.collection.Seq;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One row for each card that was made. */
final class CardsTable {

    private static final String SHOW = """
            insert into cards (
                order_id, user_id, card_type, payment_system, currency, design, reference, last4, expires_on, active)
            select
                order_id, user_id, card_type, payment_system, currency, design, reference, last4,
                (works_until at time zone 'UTC')::date - 1,
                active
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as shown (
                order_id, user_id, card_type, payment_system, currency, design, reference, last4, works_until, active)
            order by order_id
            on conflict (order_id) do update set active = excluded.active
            """;

    private CardsTable() {}

    private record Made(OrderRevision revision, Plastic plastic) {

        CardSpec card() {
            return revision.order().dossier().content().card();
        }
    }

    static void show(Connection connection, Seq<OrderRevision> revisions) throws SQLException {
        Seq<Made> made =
                revisions.flatMap(revision -> revision.order().madeCard().map(plastic -> new Made(revision, plastic)));
        if (made.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SHOW)) {
            Columns.of(statement, made)
                    .uuid(each -> OrdersTable.id(each.revision()))
                    .text(each -> OrdersTable.owner(each.revision()))
                    .word(each -> each.card().type())
                    .word(each -> each.card().paymentSystem())
                    .word(each -> each.card().currency())
                    .text(each -> each.card().design().value())
                    .text(each -> each.plastic().reference().value())
                    .text(each -> each.plastic().last4().value())
                    .instant(each -> each.plastic().worksUntil())
                    .bool(each -> each.revision().order() instanceof Order.Active);
            statement.executeUpdate();
        }
    }
}
