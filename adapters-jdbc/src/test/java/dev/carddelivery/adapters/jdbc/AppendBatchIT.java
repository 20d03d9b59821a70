package dev.carddelivery.adapters.jdbc;

import static dev.carddelivery.adapters.jdbc.Appends.notes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Samples;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statement that appends to many histories at once. */
class AppendBatchIT {

    private final OrderId one = Samples.newOrderId();
    private final OrderId two = Samples.newOrderId();
    private final OrderId three = Samples.newOrderId();
    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create();
        connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void oneStatementIsOneBatch() throws SQLException {
        assertThat(insert(notes(one, 0, "a", "b"), notes(two, 0, "x"))).containsExactlyInAnyOrder(id(one), id(two));

        assertThat(database.value("select count(distinct batch_id) || ' ' || count(*) from events"))
                .isEqualTo("1 3");
        assertThat(database.value("select count(*) from pending_batches join events using (batch_id)"))
                .isEqualTo("3");
    }

    @Test
    void aConflictFailsAlone() throws SQLException {
        insert(notes(two, 0, "first"));

        assertThat(insert(notes(one, 0, "a"), notes(two, 0, "late"), notes(three, 0, "x")))
                .containsExactlyInAnyOrder(id(one), id(three));

        assertThat(eventsOf(two)).isEqualTo("1");
    }

    @Test
    void anAppendIsAllOrNothing() throws SQLException {
        insert(notes(one, 0, "first"));

        assertThat(insert(notes(one, 0, "a", "b", "c"))).isEmpty();

        assertThat(eventsOf(one)).isEqualTo("1");
    }

    @Test
    void noHistoryGetsAGap() throws SQLException {
        insert(notes(one, 0, "a"));

        assertThat(insert(notes(one, 2, "c"), notes(two, 1, "y"))).isEmpty();

        assertThat(database.value("select count(*) from events")).isEqualTo("1");
    }

    @Test
    void whereEverythingConflictsNoBatchIsAnnounced() throws SQLException {
        insert(notes(one, 0, "a"));
        assertThat(database.value("select count(*) from pending_batches")).isEqualTo("1");

        insert(notes(one, 0, "b"), notes(two, 4, "y"));

        assertThat(database.value("select count(*) from pending_batches")).isEqualTo("1");
    }

    @Test
    void batchesThatMeetWaitForEachOtherAndNeverInACircle() throws Exception {
        List<OrderId> orders = List.fill(200, Samples::newOrderId);
        connection.setAutoCommit(false);
        OrderId contested = orders.get(100);
        insert(notes(contested, 0, "earlier"));

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                Connection forwards = database.connect();
                Connection backwards = database.connect()) {
            Future<Integer> ups = executor.submit(() -> insertAll(forwards, orders));
            Future<Integer> downs = executor.submit(() -> insertAll(backwards, orders.reverse()));
            // One waits for the contested order, the other for the one that waits, or for the same.
            Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> waitingForALock() == 2);
            connection.commit();

            assertThat(ups.get(20, TimeUnit.SECONDS) + downs.get(20, TimeUnit.SECONDS))
                    .isEqualTo(199);
        }
        assertThat(database.value("select count(*) from events")).isEqualTo("200");
    }

    private int waitingForALock() throws SQLException {
        return Integer.parseInt(database.value("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """));
    }

    private static int insertAll(Connection on, List<OrderId> orders) throws SQLException {
        return AppendBatch.insert(on, orders.map(order -> notes(order, 0, "new")))
                .orders()
                .size();
    }

    private Iterable<UUID> insert(PendingAppend... appends) throws SQLException {
        return AppendBatch.insert(connection, Vector.of(appends)).orders();
    }

    private String eventsOf(OrderId order) throws SQLException {
        return database.value("select count(*) from events where order_id = '" + order.value() + "'");
    }

    private static UUID id(OrderId order) {
        return order.value();
    }
}
