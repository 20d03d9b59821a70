package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Parked reports in a table. */
public final class JdbcParkedReports implements ParkedReports {

    private static final String PARK = """
            insert into parked_reports (message_id, order_id, at, %s)
            values (:id, :order, :at, %s)
            on conflict (message_id) do update set at = excluded.at
            """.formatted(MessageColumns.NAMES, MessageColumns.VALUES);

    /** For what must be on disk when it is done, and for what a sender waits for. */
    private final Sql durably;

    /** For what is done again where it got lost. */
    private final Sql sql;

    public JdbcParkedReports(Database database) {
        this.durably = new Sql(database.requests());
        this.sql = new Sql(database.background());
    }

    @Override
    public void park(Parked report) {
        durably.use(handle -> MessageColumns.bind(handle.createUpdate(PARK), report.message())
                .bind("id", report.id())
                .bind("order", report.orderId().value())
                .bind("at", report.at())
                .execute());
    }

    @Override
    public int othersWaiting(Parked report) {
        return durably.with(handle -> handle.createQuery(
                        "select count(*) from parked_reports where order_id = ? and message_id <> ?")
                .bind(0, report.orderId().value())
                .bind(1, report.id())
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public Set<OrderId> awaitedAmong(Set<OrderId> orders) {
        return sql.list(handle -> handle.createQuery(
                                "select distinct order_id from parked_reports where order_id = any (:orders)")
                        .bindArray(
                                "orders", UUID.class, orders.map(OrderId::value).toJavaArray())
                        .mapTo(UUID.class))
                .map(OrderId::new)
                .toSet();
    }

    @Override
    public Seq<Parked> of(OrderId order) {
        return sql.list(handle -> handle.createQuery("select * from parked_reports where order_id = ? order by number")
                .bind(0, order.value())
                .map((row, context) -> parked(row)));
    }

    @Override
    public Seq<Parked> since(Instant moment, int limit) {
        return sql.list(
                handle -> handle.createQuery("""
                        select * from parked_reports
                        where at < ?
                        order by at, number
                        limit ?
                        """).bind(0, moment).bind(1, limit).map((row, context) -> parked(row)));
    }

    @Override
    public void remove(Parked seen) {
        sql.use(handle ->
                handle.execute("delete from parked_reports where message_id = ? and at = ?", seen.id(), seen.at()));
    }

    private static Parked parked(ResultSet row) throws SQLException {
        return new Parked(
                row.getObject("message_id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                EventRow.instant(row, row.findColumn("at")),
                MessageColumns.read(row));
    }
}
