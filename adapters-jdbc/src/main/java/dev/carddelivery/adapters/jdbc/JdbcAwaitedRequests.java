package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.port.AwaitedRequests;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Awaited requests in a table. */
public final class JdbcAwaitedRequests implements AwaitedRequests {

    /** Inserted by their keys: two who note the same must not wait in a circle. */
    private static final String ASK = """
            insert into awaited_requests (order_id, version, kind, reminders, due)
            select * from unnest(?, ?, ?, ?, ?) as asked (order_id, version, kind)
            order by order_id, version, kind
            on conflict (order_id, version, kind) do nothing
            """;

    /** Up to that version: who was replaced while leading may still bring an old page after newer ones. */
    private static final String FORGET_OTHERS = """
            delete from awaited_requests
            using unnest(?, ?, ?) as latest (order_id, version, kinds)
            where awaited_requests.order_id = latest.order_id
                and awaited_requests.version <= latest.version
                and awaited_requests.kind <> all (string_to_array(latest.kinds, ' '))
            """;

    private final Database database;
    private final Sql sql;

    public JdbcAwaitedRequests(Database database) {
        this.database = database;
        this.sql = new Sql(database.background());
    }

    @Override
    public void update(Seq<Awaited> asked, Map<OrderId, Open> open) {
        Transaction update = connection -> {
            ask(connection, asked);
            forgetOthers(connection, open.toVector());
        };
        update.on(database.background(), "Awaited answers cannot be written");
    }

    @Override
    public Seq<Awaited> dueBy(Instant now, int limit) {
        return sql.list(handle -> handle.createQuery("""
                        select order_id, version, kind, reminders, due
                        from awaited_requests
                        where due <= ?
                        order by due
                        limit ?
                        """)
                .bind(0, now)
                .bind(1, limit)
                .map((row, context) -> new Awaited(
                        new PartnerRequest(
                                new OrderId(row.getObject(1, UUID.class)),
                                row.getInt(2),
                                Words.parse(Kind.class, row.getString(3))),
                        row.getInt(4),
                        EventRow.instant(row, 5))));
    }

    @Override
    public void reminded(Awaited next) {
        PartnerRequest request = next.request();
        sql.use(handle -> handle.execute(
                "update awaited_requests set reminders = ?, due = ? where order_id = ? and version = ? and kind = ?",
                next.reminders(),
                next.due(),
                request.orderId().value(),
                request.version(),
                Words.of(request.kind())));
    }

    @Override
    public void forget(PartnerRequest request) {
        sql.use(handle -> handle.execute(
                "delete from awaited_requests where order_id = ? and version = ? and kind = ?",
                request.orderId().value(),
                request.version(),
                Words.of(request.kind())));
    }

    private static void ask(Connection connection, Seq<Awaited> asked) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASK)) {
            Columns.of(statement, asked)
                    .uuid(each -> each.request().orderId().value())
                    .integer(each -> each.request().version())
                    .word(each -> each.request().kind())
                    .integer(Awaited::reminders)
                    .instant(Awaited::due);
            statement.executeUpdate();
        }
    }

    private static void forgetOthers(Connection connection, Seq<Tuple2<OrderId, Open>> open) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET_OTHERS)) {
            Columns.of(statement, open)
                    .uuid(order -> order._1.value())
                    .integer(order -> order._2.version())
                    .text(order -> order._2.kinds().map(Words::of).mkString(" "));
            statement.executeUpdate();
        }
    }
}
