package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.DeadlineSearch;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Seq;
import java.time.Instant;
import java.util.UUID;

/** Deadlines, found in the table {@code orders}. */
public final class JdbcDeadlineSearch implements DeadlineSearch {

    private final Sql sql;

    public JdbcDeadlineSearch(Database database) {
        this.sql = new Sql(database.background());
    }

    @Override
    public Seq<Due> dueBy(Instant now, int limit) {
        return sql.list(handle -> handle.createQuery("""
                        select order_id, deadline, deadline_due
                        from orders
                        where deadline_due <= ?
                        order by deadline_due
                        limit ?
                        """)
                .bind(0, now)
                .bind(1, limit)
                .map((row, context) -> new Due(
                        new OrderId(row.getObject(1, UUID.class)),
                        new Deadline(Words.parse(Deadline.Kind.class, row.getString(2)), EventRow.instant(row, 3)))));
    }
}
