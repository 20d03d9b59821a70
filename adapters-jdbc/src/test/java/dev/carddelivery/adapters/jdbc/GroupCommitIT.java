package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Many appends at once, through two instances of the program. */
class GroupCommitIT {

    private TestDatabase testDatabase;
    private TestStorage first;
    private TestStorage second;

    @BeforeEach
    void open() {
        testDatabase = TestDatabase.create();
        first = new TestStorage(testDatabase);
        second = new TestStorage(testDatabase);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        testDatabase.close();
    }

    @Test
    void ofManyIdenticalAppendsOneWins() throws Exception {
        OrderId order = Samples.newOrderId();

        Vector<Boolean> won = Simultaneously.run(64, number -> () -> append(number, order, Appends.BY));

        assertThat(won.filter(Boolean.TRUE::equals)).hasSize(1);
        assertThat(first.store().load(order).events()).hasSize(1);
        assertThat(second.store().load(order)).isEqualTo(first.store().load(order));
    }

    @Test
    void whoLosesIsToldSoWhateverTheServersDefaultIsolation() throws Exception {
        testDatabase.execute(
                "alter database " + testDatabase.name() + " set default_transaction_isolation = 'serializable'");
        try (TestStorage third = new TestStorage(testDatabase);
                Connection winner = testDatabase.connect();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            OrderId order = Samples.newOrderId();
            winner.setAutoCommit(false);
            AppendBatch.insert(winner, Vector.of(Appends.notes(order, 0, "first")));
            Future<Boolean> loser = executor.submit(() -> third.store().append(order, 0, Appends.BY, placed(order)));
            await().atMost(1, TimeUnit.SECONDS).pollDelay(Duration.ZERO).until(() -> waitingWriters() == 1);
            winner.commit();

            assertThat(loser.get(10, TimeUnit.SECONDS)).isFalse();
            assertThat(third.store().load(order).events()).hasSize(1);
        }
    }

    @Test
    void whateverQueuesUpIsCommittedTogetherAndWhatTheDatabaseRefusesFailsAlone() throws Exception {
        Vector<OrderId> orders = Vector.fill(20, Samples::newOrderId);
        Provenance unstorable = new Provenance(
                Samples.newCommandId(), new Actor(Actor.Role.SUPPORT, "a\0b"), Samples.MORNING, Samples.MORNING);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Vector<Future<Boolean>> appends = Vector.empty();
            Future<Boolean> refused;
            try (Connection blocker = testDatabase.connect();
                    Statement statement = blocker.createStatement()) {
                blocker.setAutoCommit(false);
                statement.execute("lock table events in exclusive mode");
                for (OrderId order : orders) {
                    appends = appends.append(
                            executor.submit(() -> first.store().append(order, 0, Appends.BY, placed(order))));
                    // The first keeps the writer busy; all others queue up behind it.
                    await().atMost(1, TimeUnit.SECONDS).pollDelay(Duration.ZERO).until(() -> waitingWriters() == 1);
                }
                OrderId unlucky = Samples.newOrderId();
                refused = executor.submit(() -> first.store().append(unlucky, 0, unstorable, placed(unlucky)));
                blocker.commit();
            }

            for (Future<Boolean> append : appends) {
                assertThat(append.get(10, TimeUnit.SECONDS)).isTrue();
            }
            assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseInstanceOf(SQLException.class);
        }
        assertThat(testDatabase.value("select count(*) from events")).isEqualTo("20");
    }

    @Test
    void theLogIsTheSameForTheInstanceThatWroteIt() throws Exception {
        Instant finer = Samples.MORNING.plusNanos(123_456_789);
        Provenance by = new Provenance(Samples.newCommandId(), Appends.BY.actor(), finer, finer);
        Simultaneously.run(64, number -> () -> append(number, Samples.newOrderId(), by));
        await().until(() -> first.events().size() == 64 && second.events().size() == 64);

        try (TestStorage reader = new TestStorage(testDatabase)) {
            assertThat(first.events()).isEqualTo(reader.events());
            assertThat(second.events()).isEqualTo(reader.events());
        }
    }

    @Test
    void whatAnInstanceHasCommittedAndPlacedItselfItNeedNotFetch() throws Exception {
        first.close();
        second.close();
        try (Database database = testDatabase.open();
                JdbcEventLog log = new JdbcEventLog(database);
                Connection connection = testDatabase.connect();
                Connection blocker = testDatabase.connect();
                Statement statement = blocker.createStatement()) {
            PendingAppend append = Appends.notes(Samples.newOrderId(), 0, "a");
            AppendBatch.Inserted inserted = AppendBatch.insert(connection, Vector.of(append));
            log.committed(inserted.batchId(), append.recorded());
            log.grown(Sequencing.round(connection));
            blocker.setAutoCommit(false);
            statement.execute("lock table events in access exclusive mode");

            assertThat(log.readAfter(0, 10).events()).isEqualTo(append.recorded());
        }
    }

    @Test
    void whatIsPlacedWithoutANotificationIsSeenSoon() throws Exception {
        first.close();
        second.close();
        try (Connection connection = testDatabase.connect();
                Statement statement = connection.createStatement()) {
            AppendBatch.insert(connection, Vector.of(Appends.notes(Samples.newOrderId(), 0, "a")));
            // As if the notification had got lost.
            statement.execute("insert into log (place, batch_id) select 1, batch_id from events");
        }
        try (Database database = testDatabase.open();
                JdbcEventLog log = new JdbcEventLog(database)) {
            log.awaitAfter(0, Duration.ofSeconds(10));
            assertThat(log.readAfter(0, 10).events()).hasSize(1);
            testDatabase.execute("insert into log (place, batch_id) values (2, 0)");

            long begun = System.nanoTime();
            log.awaitAfter(1, Duration.ofSeconds(10));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void logsInTwoSchemasOfADatabaseDoNotDisturbEachOther() throws Exception {
        first.close();
        second.close();
        // A name that needs quotes.
        testDatabase.execute("""
                create schema "My.Cards";
                create table "My.Cards".pending_batches (like pending_batches);
                create table "My.Cards".log (like log);
                insert into "My.Cards".pending_batches values (1);
                """);
        try (Connection here = testDatabase.connect();
                Connection there = testDatabase.connect();
                Statement statement = there.createStatement()) {
            Sequencing.listen(here);
            statement.execute("set search_path = \"My.Cards\"");
            Sequencing.listen(there);

            assertThat(Sequencing.round(there)).hasSize(1);

            assertThat(there.unwrap(PGConnection.class).getNotifications(10_000))
                    .hasSize(1);
            assertThat(here.unwrap(PGConnection.class).getNotifications(100)).isEmpty();
        }
    }

    @Test
    void whoComesAfterTheEndIsToldSo() {
        JdbcOrderStore store = first.store();
        first.close();
        OrderId order = Samples.newOrderId();

        assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> store.append(order, 0, Appends.BY, placed(order)))
                        .get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(StoreUnavailable.class);
    }

    @Test
    void aNotificationComesWithNewPlacesOnly() throws Exception {
        first.close();
        second.close();
        try (Connection listener = testDatabase.connect();
                Connection sequencer = testDatabase.connect();
                Statement statement = listener.createStatement()) {
            Sequencing.listen(listener);
            PGConnection notifications = listener.unwrap(PGConnection.class);

            AppendBatch.insert(sequencer, Vector.of(Appends.notes(Samples.newOrderId(), 0, "a")));
            statement.execute("select 1");
            assertThat(notifications.getNotifications()).isEmpty();
            Sequencing.round(sequencer);
            assertThat(notifications.getNotifications(10_000)).hasSize(1);
            Sequencing.round(sequencer);
            statement.execute("select 1");
            assertThat(notifications.getNotifications()).isEmpty();
        }
    }

    private int waitingWriters() throws SQLException {
        return Integer.parseInt(testDatabase.value("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                  and application_name = 'card-delivery writer'
                """));
    }

    private boolean append(int number, OrderId order, Provenance by) {
        return (number % 2 == 0 ? first : second).store().append(order, 0, by, placed(order));
    }

    private static List<OrderEvent> placed(OrderId order) {
        return List.of(SampleEvents.placed(order));
    }
}
