package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Histories in the table {@code events}. Whoever appends waits until the writer, a thread with a connection of its own,
 * has committed the append together with all others that had queued up meanwhile. A second writer would only make the
 * batches smaller.
 */
public final class JdbcOrderStore implements OrderStore, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(2_300);
    private static final long IDLE_CHECK_MILLIS = 500;
    private static final String LOAD =
            "select " + EventRow.COLUMNS + " from events where order_id = ? order by version";
    private static final String LOAD_UP_TO = """
            select %s
            from unnest(?, ?) as wanted (order_id, last) join events using (order_id)
            where version <= last
            order by version
            """.formatted(EventRow.COLUMNS);

    private final Database database;
    private final OnCommit onCommit;
    private final AppendQueue queue = new AppendQueue();
    private final AppendTimeouts timeouts = AppendTimeouts.after(PATIENCE);
    private final ConnectedThread writer;

    /** Is told after each commit what is in the store now; must be quick. */
    public interface OnCommit {

        /** A batch has been committed, and has no place in the log yet. */
        void committed(long batchId, Seq<RecordedEvent> events);
    }

    /** A store with its writer. */
    public JdbcOrderStore(Database database, OnCommit onCommit) {
        this.database = database;
        this.onCommit = onCommit;
        this.writer = ConnectedThread.start("writer", database.dedicated("writer"), this::write);
    }

    @Override
    public OrderHistory load(OrderId orderId) {
        return load(orderId, database.requests());
    }

    /** The same store for work that nobody waits for, so that its reading takes no connection from those who wait. */
    public OrderStore unhurried() {
        return new OrderStore() {
            @Override
            public OrderHistory load(OrderId orderId) {
                return JdbcOrderStore.load(orderId, database.background());
            }

            @Override
            public Map<OrderId, OrderHistory> loadUpTo(Map<OrderId, Integer> versions) {
                return JdbcOrderStore.this.loadUpTo(versions);
            }

            @Override
            public boolean append(OrderId orderId, int expectedVersion, Provenance by, List<OrderEvent> events) {
                return JdbcOrderStore.this.append(orderId, expectedVersion, by, events);
            }
        };
    }

    private static OrderHistory load(OrderId orderId, DataSource source) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOAD)) {
            statement.setObject(1, orderId.value());
            try (ResultSet rows = statement.executeQuery()) {
                Vector<RecordedEvent> events = EventRow.readAll(rows);
                return events.isEmpty() ? OrderHistory.NONE : new OrderHistory(events);
            }
        } catch (SQLException e) {
            throw Outage.translate("The history of order " + orderId.value() + " cannot be read", e);
        }
    }

    @Override
    public Map<OrderId, OrderHistory> loadUpTo(Map<OrderId, Integer> versions) {
        try (Connection connection = database.background().getConnection();
                PreparedStatement statement = connection.prepareStatement(LOAD_UP_TO)) {
            Columns.of(statement, versions.toVector())
                    .uuid(wanted -> wanted._1.value())
                    .integer(wanted -> wanted._2);
            try (ResultSet rows = statement.executeQuery()) {
                return EventRow.readAll(rows).groupBy(RecordedEvent::orderId).mapValues(OrderHistory::new);
            }
        } catch (SQLException e) {
            throw Outage.translate("The histories of " + versions.size() + " orders cannot be read", e);
        }
    }

    @Override
    public boolean append(OrderId orderId, int expectedVersion, Provenance by, List<OrderEvent> events) {
        PendingAppend append = new PendingAppend(orderId, expectedVersion, by, events);
        queue.add(append);
        timeouts.add(append);
        return append.await();
    }

    /** Stops the writer. Who still waits is told that the outcome is unknown. */
    @Override
    public void close() {
        writer.close();
        timeouts.close();
    }

    private void write(Connection connection) throws SQLException, InterruptedException {
        while (!Thread.interrupted()) {
            Seq<PendingAppend> batch = queue.take(IDLE_CHECK_MILLIS);
            if (batch.nonEmpty()) {
                commit(connection, batch);
            } else if (!connection.isValid(1)) {
                return; // A connection that broke while it was idle must not fail the next append.
            }
        }
    }

    private void commit(Connection connection, Seq<PendingAppend> batch) throws SQLException {
        try {
            AppendBatch.Inserted inserted = AppendBatch.insert(connection, batch);
            batch.forEach(append -> append.finish(inserted.has(append)));
            if (!inserted.orders().isEmpty()) {
                onCommit.committed(inserted.batchId(), inserted.of(batch).flatMap(PendingAppend::recorded));
            }
        } catch (SQLException e) {
            if (Outage.isOne(e)) {
                batch.forEach(append -> append.fail(Outage.translate("a commit failed", e)));
                throw e;
            }
            if (batch.size() == 1) {
                batch.head().fail(Outage.translate("The database refused the events", e));
                return;
            }
            // Nothing of it was committed, and one of them is to blame: the others must not suffer for it.
            for (PendingAppend append : batch) {
                commit(connection, Vector.of(append));
            }
        }
    }
}
