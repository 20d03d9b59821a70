package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.OrderSearch;
import dev.carddelivery.application.port.Slice;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.PaymentSystem;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.person.UserId;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatements;

/** Orders, found in the table {@code orders}. */
public final class JdbcOrderSearch implements OrderSearch {

    private final Sql sql;

    public JdbcOrderSearch(Database database) {
        this.sql = new Sql(database.requests());
    }

    @Override
    public Slice<OrderSummary> find(OrderFilter filter, Option<String> cursor, int limit) {
        Option<Cursor> after = cursor.map(Cursor::parse);
        // Each combination is a statement of its own, so that each finds its index.
        String query = """
                select
                    order_id, user_id, status, version, placed_at, since,
                    purpose, card_type, payment_system, last4, attention
                from orders
                where true %s %s %s
                order by placed_at desc, order_id desc
                limit :limit
                """.formatted(
                        filter.owner().isDefined() ? "and user_id = :owner" : "",
                        filter.status().isDefined() ? "and status = :status" : "",
                        after.isDefined() ? "and (placed_at, order_id) < (:at, :id)" : "");
        Seq<OrderSummary> found = sql.list(handle -> handle.createQuery(query)
                .configure(SqlStatements.class, statement -> statement.setUnusedBindingAllowed(true))
                .bind("owner", filter.owner().map(UserId::value).getOrNull())
                .bind("status", filter.status().map(Words::of).getOrNull())
                .bind("at", after.map(Cursor::at).getOrNull())
                .bind("id", after.map(Cursor::uuid).getOrNull())
                .bind("limit", limit + 1)
                .map((row, context) -> summary(row)));
        return Cursor.slice(
                found,
                limit,
                last -> new Cursor(last.placedAt(), last.orderId().value().toString()));
    }

    private static OrderSummary summary(ResultSet row) throws SQLException {
        return new OrderSummary(
                new OrderId(row.getObject(1, UUID.class)),
                new UserId(row.getString(2)),
                Words.parse(Status.class, row.getString(3)),
                row.getInt(4),
                EventRow.instant(row, 5),
                EventRow.instant(row, 6),
                Words.parse(Purpose.class, row.getString(7)),
                Words.parse(CardType.class, row.getString(8)),
                Words.parse(PaymentSystem.class, row.getString(9)),
                Option.of(row.getString(10)).map(Last4::new),
                Option.of(row.getString(11)).map(word -> Words.parse(Attention.Reason.class, word)));
    }
}
