package dev.carddelivery.adapters.jdbc;

import static dev.carddelivery.adapters.jdbc.Appends.notes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLog.Page;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Vector;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The ways in which a log over PostgreSQL is known to go wrong, each made to happen on purpose. Beside each stands what
 * a log ordered by transaction ids, or by the ids of its batches, would have shown at that moment.
 */
class LogOrderIT {

    private final OrderId one = Samples.newOrderId();
    private final OrderId two = Samples.newOrderId();
    private TestDatabase testDatabase;
    private Database database;
    private JdbcEventLog log;

    @BeforeEach
    void open() {
        testDatabase = TestDatabase.create();
        database = testDatabase.open();
        log = new JdbcEventLog(database);
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
        testDatabase.close();
    }

    @Test
    void theEventsOfOneOrderAreNeverReversed() throws SQLException {
        try (Connection early = testDatabase.connect();
                Connection late = testDatabase.connect()) {
            early.setAutoCommit(false);
            value(early, "select pg_current_xact_id()");
            AppendBatch.insert(late, Vector.of(notes(one, 0, "a")));
            AppendBatch.insert(early, Vector.of(notes(one, 1, "b")));
            early.commit();
            assertThat(Sequencing.round(late)).hasSize(2);
        }

        assertThat(log.readAfter(0, 10).events().map(RecordedEvent::version)).containsExactly(1, 2);
        assertThat(testDatabase.value("select string_agg(version::text, ' ' order by xmin::text::bigint) from events"))
                .as("versions by transaction id")
                .isEqualTo("2 1");
    }

    @Test
    void aLongTransactionInAnotherDatabaseStallsNobody() throws SQLException {
        try (TestDatabase foreign = TestDatabase.createEmpty();
                Connection longRunning = foreign.connect();
                Connection writer = testDatabase.connect()) {
            longRunning.setAutoCommit(false);
            long foreignXid = Long.parseLong(value(longRunning, "select pg_current_xact_id()"));
            AppendBatch.insert(writer, Vector.of(notes(one, 0, "a")));
            Sequencing.round(writer);

            assertThat(log.readAfter(0, 10).events()).hasSize(1);
            assertThat(Long.parseLong(value(writer, "select pg_snapshot_xmin(pg_current_snapshot())")))
                    .isLessThanOrEqualTo(foreignXid);
            assertThat(value(writer, """
                            select count(*) from events
                            where xmin::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                            """))
                    .as("events that a reader by transaction id would see")
                    .isEqualTo("0");
        }
    }

    @Test
    void aBatchThatCommitsLateIsNotSkipped() throws SQLException {
        try (Connection slow = testDatabase.connect();
                Connection fast = testDatabase.connect()) {
            slow.setAutoCommit(false);
            AppendBatch.insert(slow, Vector.of(notes(one, 0, "slow")));
            AppendBatch.insert(fast, Vector.of(notes(two, 0, "fast")));
            Sequencing.round(fast);
            Page before = log.readAfter(0, 10);
            long seenBatch = Long.parseLong(testDatabase.value("select max(batch_id) from events"));
            slow.commit();
            Sequencing.round(fast);

            assertThat(before.events().map(RecordedEvent::orderId)).containsExactly(two);
            assertThat(log.readAfter(before.place(), 10).events().map(RecordedEvent::orderId))
                    .containsExactly(one);
            assertThat(testDatabase.value("select count(*) from events where batch_id > " + seenBatch))
                    .as("new events that a reader by batch id would see")
                    .isEqualTo("0");
        }
    }

    @Test
    void placesAreDenseAlthoughBatchIdsAreNot() throws SQLException {
        try (Connection writer = testDatabase.connect()) {
            for (int version = 0; version < 5; version++) {
                AppendBatch.insert(writer, Vector.of(notes(one, version, "note")));
                AppendBatch.insert(writer, Vector.of(notes(one, version, "conflict")));
                Sequencing.round(writer);
            }
        }

        assertThat(testDatabase.value("select string_agg(place::text, ' ' order by place) from log"))
                .isEqualTo("1 2 3 4 5");
        assertThat(Integer.parseInt(testDatabase.value("select max(batch_id) from log")))
                .isGreaterThan(5);
    }

    @Test
    void whereNothingIsPendingNothingIsPlaced() throws SQLException {
        try (Connection writer = testDatabase.connect()) {
            assertThat(Sequencing.round(writer)).isEmpty();
            AppendBatch.insert(writer, Vector.of(notes(one, 0, "a")));
            assertThat(Sequencing.round(writer)).hasSize(1);
            assertThat(Sequencing.round(writer)).isEmpty();
        }
        assertThat(testDatabase.value("select count(*) from pending_batches")).isEqualTo("0");
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
