package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.order.RecordedEvent;
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
    void whatAnInstanceHasCommittedItselfItNeedNotFetch() throws Exception {
        second.close();
        // Once it has placed an event of its own it is the one that places them.
        OrderId earlier = Samples.newOrderId();
        first.store().append(earlier, 0, Appends.BY, placed(earlier));
        await().until(() -> first.events().size() == 1);
        OrderId order = Samples.newOrderId();
        first.store().append(order, 0, Appends.BY, placed(order));
        first.log().awaitAfter(1, Duration.ofSeconds(5));
        try (Connection blocker = testDatabase.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table events in access exclusive mode");

            assertThat(first.log().readAfter(1, 10).events().map(RecordedEvent::orderId))
                    .containsExactly(order);
        }
    }

    @Test
    void aNotificationComesWithNewPlacesOnly() throws Exception {
        first.close();
        second.close();
        try (Connection listener = testDatabase.connect();
                Connection sequencer = testDatabase.connect();
                Statement statement = listener.createStatement()) {
            statement.execute("listen " + Sequencing.CHANNEL);
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
