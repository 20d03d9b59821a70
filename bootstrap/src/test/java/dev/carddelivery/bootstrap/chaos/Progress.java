package dev.carddelivery.bootstrap.chaos;

import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.jdbc.TestDatabase;
import io.vavr.collection.Vector;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;

/** How far the orders of a database have come. */
record Progress(TestDatabase database) {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** What can be counted in the orders' histories. */
    enum Kind {
        EVENTS("true"),
        REPORTS("actor_role in ('identity', 'bureau', 'courier')");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    /** Waits until there are that many more than now. */
    void awaitMore(Kind kind, int more) throws SQLException {
        int before = count(kind);
        eventually(more + " more " + kind).until(() -> count(kind) >= before + more);
    }

    /** Waits until every order has come to its end or to its customer, and all reactions to that are done. */
    void awaitEnd() {
        eventually("the end of all orders").until(() -> underWay() == 0);
        awaitReactions();
    }

    /** Waits until all that is in the log counts as told and shown. */
    void awaitReactions() {
        eventually("the reactions").until(() -> number("""
                        select (select count(*) from pending_batches)
                            + (select count(*) from checkpoints where place < (select max(place) from log))""") == 0);
    }

    /** Waits until an order has news that count as told. */
    void awaitTold(UUID order) {
        eventually("the news of " + order).until(() -> number("""
                        select count(*) from events join log using (batch_id)
                        where order_id = '%s'
                        and place <= (select place from checkpoints where subscription = 'kafka')
                        """.formatted(order)) > 0);
    }

    /** How many orders have come neither to their end nor to their customers. */
    int underWay() throws SQLException {
        return number("""
                select count(distinct order_id) - count(distinct order_id) filter (where name in (
                    'order-rejected', 'order-cancelled', 'recall-completed',
                    'parcel-delivered', 'parcel-returned', 'parcel-lost'))
                from events""");
    }

    /** The statuses that there are. */
    Vector<String> statuses() throws SQLException {
        return database.column("select distinct status from orders");
    }

    private int count(Kind kind) throws SQLException {
        return number("select count(*) from events where " + kind.condition);
    }

    private int number(String sql) throws SQLException {
        return Integer.parseInt(database.value(sql));
    }

    private static ConditionFactory eventually(String what) {
        return await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .atMost(PATIENCE);
    }
}
