package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.RecordedEvent;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The contents of the database, moved to a server that has lived through less. */
class RestoreIT {

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = current_schema() and table_name <> 'card_delivery_migrations'
            order by table_name
            """;
    private static final String SEQUENCES = "select sequencename from pg_sequences where schemaname = current_schema()";

    /** Stands for years of transactions. */
    private static final String GROW_OLD = """
            do $$ begin for i in 1..5000 loop perform pg_current_xact_id(); commit; end loop; end $$
            """;

    @Test
    void aDumpIsReadableAndAppendableInAFreshCluster() throws Exception {
        OrderStory story = OrderStory.placed().delivered();
        try (TestDatabase old = TestDatabase.create();
                EmbeddedPostgres fresh = EmbeddedPostgres.builder().start();
                Database target = new Database(
                        fresh.getJdbcUrl("postgres", "postgres"), Option.some("postgres"), Option.none())) {
            old.execute(GROW_OLD);
            Vector<RecordedEvent> before = appendAndRead(old, story);
            target.migrate();
            try (Connection from = old.connect();
                    Connection to = target.background().getConnection()) {
                copyEverything(from, to);
                assertThat(Long.parseLong(first(from, "select min(xmin::text::bigint) from events")))
                        .as("transaction ids that a log ordered by them would have stored")
                        .isGreaterThan(Long.parseLong(first(to, "select pg_snapshot_xmax(pg_current_snapshot())")));
            }
            try (TestStorage restored = new TestStorage(target)) {
                assertThat(restored.events()).isEqualTo(before);
                assertThat(restored.store().load(story.id())).isEqualTo(story.history());

                OrderStory longer = story.activated(Samples.PROOF);
                append(restored, longer, story.history().events().size());

                Awaitility.await()
                        .atMost(20, TimeUnit.SECONDS)
                        .until(() -> restored.events().equals(longer.history().events()));
            }
        }
    }

    private static Vector<RecordedEvent> appendAndRead(TestDatabase database, OrderStory story) throws Exception {
        int size = story.history().events().size();
        try (TestStorage storage = new TestStorage(database)) {
            append(storage, story, 0);
            return Awaitility.await()
                    .atMost(20, TimeUnit.SECONDS)
                    .until(storage::events, events -> events.size() == size);
        }
    }

    private static void append(TestStorage storage, OrderStory story, int known) {
        OrderHistory history = story.history();
        history.events()
                .drop(known)
                .forEach(event -> assertThat(storage.store()
                                .append(story.id(), event.version() - 1, event.by(), List.of(event.event())))
                        .isTrue());
    }

    private static void copyEverything(Connection from, Connection to) throws SQLException, IOException {
        CopyManager out = from.unwrap(PGConnection.class).getCopyAPI();
        CopyManager in = to.unwrap(PGConnection.class).getCopyAPI();
        Vector<String> tables = all(from, TABLES);
        assertThat(tables).contains("events", "log", "pending_batches", "checkpoints");
        for (String table : tables) {
            StringWriter rows = new StringWriter();
            out.copyOut("copy " + table + " to stdout", rows);
            in.copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
        }
        for (String sequence : all(from, SEQUENCES)) {
            String last = first(from, "select last_value from " + sequence);
            first(to, "select setval('" + sequence + "', " + last + ")");
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        return all(connection, sql).head();
    }

    private static Vector<String> all(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            Vector<String> values = Vector.empty();
            while (result.next()) {
                values = values.append(result.getString(1));
            }
            return values;
        }
    }
}
