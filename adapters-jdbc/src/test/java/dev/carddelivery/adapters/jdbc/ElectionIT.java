package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.List;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances of the program on one database, of which one sequences and one reacts. */
class ElectionIT {

    private static final Duration SECONDS = Duration.ofSeconds(15);
    private static final String HOLDERS = """
            select count(*) from pg_locks join pg_stat_activity using (pid)
            where locktype = 'advisory' and granted and datname = current_database()
              and application_name = 'card-delivery %s'
            """;
    private static final String KILL_HOLDER = """
            select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
            where locktype = 'advisory' and granted and datname = current_database()
              and application_name = 'card-delivery %s'
            """;

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
    void eachInstanceSeesWhatTheOtherAppends() {
        append(first);
        append(second);

        awaitEvents(first, 2);
        awaitEvents(second, 2);
        assertThat(second.events()).isEqualTo(first.events());
    }

    @Test
    void oneOfThemSequencesAndAnotherWhenItsConnectionIsKilled() throws SQLException {
        append(first);
        awaitEvents(second, 1);
        assertThat(testDatabase.value(HOLDERS.formatted("sequencer"))).isEqualTo("1");

        for (int events = 2; events < 5; events++) {
            testDatabase.execute(KILL_HOLDER.formatted("sequencer"));
            append(first);
            awaitEvents(second, events);
        }

        assertThat(testDatabase.value(HOLDERS.formatted("sequencer"))).isEqualTo("1");
    }

    @Test
    void whenOneInstanceStopsTheOtherSequences() {
        append(first);
        awaitEvents(second, 1);

        first.close();
        append(second);

        awaitEvents(second, 2);
    }

    @Test
    void oneLeadsAndAnotherWhenItsConnectionIsKilled() throws SQLException {
        try (JdbcLeadership one = new JdbcLeadership(first.database());
                JdbcLeadership other = new JdbcLeadership(second.database())) {
            await().atMost(SECONDS).until(() -> one.isLeader() || other.isLeader());
            assertThat(one.isLeader() && other.isLeader()).isFalse();

            testDatabase.execute(KILL_HOLDER.formatted("leadership"));

            await().atMost(SECONDS)
                    .until(() ->
                            testDatabase.value(HOLDERS.formatted("leadership")).equals("1"));
            await().atMost(SECONDS).until(() -> one.isLeader() != other.isLeader());
        }
    }

    @Test
    void whoStopsLeadsNoMore() {
        JdbcLeadership one = new JdbcLeadership(first.database());
        await().atMost(SECONDS).until(one::isLeader);
        try (JdbcLeadership other = new JdbcLeadership(second.database())) {
            assertThat(other.isLeader()).isFalse();

            one.close();

            assertThat(one.isLeader()).isFalse();
            await().atMost(SECONDS).until(other::isLeader);
        }
    }

    private static void append(TestStorage instance) {
        OrderId order = Samples.newOrderId();
        assertThat(instance.store().append(order, 0, Appends.BY, List.of(SampleEvents.placed(order))))
                .isTrue();
    }

    private static void awaitEvents(TestStorage instance, int events) {
        await().atMost(SECONDS).until(() -> instance.events().size() == events);
    }
}
