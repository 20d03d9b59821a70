package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.TestDatabase;
import io.vavr.collection.List;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as they are, on a database that somebody else runs where a test does not say otherwise. */
@Timeout(60)
class CommandsIT {

    private static final Duration LONG_DAY = Duration.ofDays(1);

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path temp;

    @Test
    void migratingMakesTheTables() throws SQLException {
        try (TestDatabase database = TestDatabase.createEmpty()) {
            assertThat(run(database, "migrate")).isZero();
            assertThat(run(database, "migrate")).as("again").isZero();

            assertThat(database.value("select count(*) from orders")).isEqualTo("0");
        }
    }

    @Test
    void rebuildingFillsTheTablesAnewUnlessAnInstanceRuns() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            String grown = withAnInstance(database, customer -> {
                placeThree(customer);
                await().atMost(Duration.ofSeconds(20))
                        .until(() ->
                                database.value("select count(*) from orders").equals("3"));
                String shown = contents(database);

                assertThat(run(database, "rebuild")).isEqualTo(1);
                assertThat(err.toString()).contains("Another instance is running");
                return shown;
            });
            database.execute("delete from cards; delete from orders where ctid in (select ctid from orders limit 1)");
            assertThat(contents(database)).isNotEqualTo(grown);

            assertThat(run(database, "rebuild")).isZero();

            assertThat(contents(database)).isEqualTo(grown);
        }
    }

    @Test
    void republishingGoesBackToTheMomentThatIsSaid() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            withAnInstance(database, customer -> {
                placeThree(customer);
                return "placed";
            });
            String placed = "select max(place) from log";
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> database.value("select count(*) from pending_batches")
                            .equals("0"));
            database.execute("insert into checkpoints (subscription, place) " + placed.replace("max", "'kafka', max"));
            String published = "select place from checkpoints where subscription = 'kafka'";

            assertThat(run(database, "republish", "--since", "2999-12-31T00:00:00Z"))
                    .isZero();
            assertThat(database.value(published)).isEqualTo(database.value(placed));
            String last = database.value("select max(recorded_at) at time zone 'UTC' from events");

            assertThat(run(database, "republish", "--since", last.replace(' ', 'T') + "Z"))
                    .isZero();
            assertThat(database.value(published))
                    .isEqualTo(database.value("select min(place) - 1 from log join events using (batch_id)"
                            + " where recorded_at = (select max(recorded_at) from events)"));

            assertThat(run(database, "republish", "--since", "2000-01-01T00:00:00Z"))
                    .isZero();
            assertThat(database.value(published)).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebuild", "republish --since 2026-11-22T10:15:30Z"})
    void whatWorksOnAnEmbeddedDatabaseMakesNone(String command) throws Exception {
        Path folder = temp.resolve("not made");

        assertThat(run(Map.of("DATA_DIR", folder.toString()), command.split(" ")))
                .isEqualTo(1);

        assertThat(err.toString()).contains(folder.toString(), "DATA_DIR", "DATABASE_URL");
        assertThat(folder).doesNotExist();
        assertThat(run(Map.of("DATA_DIR", Databases.folder(temp).toString()), command.split(" ")))
                .as("on one that is there")
                .isZero();
    }

    @Test
    void aPortThatIsTakenIsAFailureWithAReasonAndNoStackTrace() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Map<String, String> environment = environment(database);
            environment.put("DEMO", "true");
            environment.put("PORT", String.valueOf(taken.getLocalPort()));
            environment.put("DATA_DIR", temp.toString());
            assertNothingIsSaidBut("127.0.0.1, port " + taken.getLocalPort(), environment);
        }
    }

    @Test
    void itIsFoundOutBeforeTheEmbeddedDatabaseIsMade() throws Exception {
        Path folder = temp.resolve("not made");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            assertNothingIsSaidBut("127.0.0.1, port " + port, Map.of("PORT", port, "DATA_DIR", folder.toString()));
        }
        assertThat(folder).doesNotExist();
    }

    private static void assertNothingIsSaidBut(String reason, Map<String, String> environment) throws Exception {
        try (ChildJvm program = ChildJvm.start(Main.class, environment, "serve")) {
            assertThat(program.remainingLines())
                    .singleElement()
                    .asString()
                    .contains(reason)
                    .contains("Set HOST and PORT");
            assertThat(program.awaitExit()).isEqualTo(1);
        }
    }

    private interface Use {
        String with(DemoCustomer customer) throws Exception;
    }

    private String withAnInstance(TestDatabase database, Use use) throws Exception {
        Settings settings = Settings.from(
                        Map.of("PORT", "0", "DATA_DIR", temp.toString(), "DEMO_DAY", LONG_DAY.toString()))
                .get();
        try (Database opened = database.open();
                Instance instance = Instance.start(settings, opened);
                DemoCustomer customer = new DemoCustomer(instance.port())) {
            return use.with(customer);
        }
    }

    private static void placeThree(DemoCustomer customer) throws Exception {
        for (int order = 0; order < 3; order++) {
            assertThat(customer.place(UUID.randomUUID()).statusCode()).isEqualTo(201);
        }
    }

    private static String contents(TestDatabase database) throws SQLException {
        StringBuilder contents = new StringBuilder();
        for (String table : List.of("orders", "users", "cards", "deliveries")) {
            contents.append(database.value("select string_agg(t::text, E'\\n' order by t::text) from " + table + " t"));
        }
        return contents.toString();
    }

    private int run(TestDatabase database, String... command) {
        return run(environment(database), command);
    }

    private int run(Map<String, String> environment, String... command) {
        return Main.commandLine(new CardDelivery(), environment)
                .setErr(new PrintWriter(err, true))
                .execute(command);
    }

    private static Map<String, String> environment(TestDatabase database) {
        Map<String, String> environment = new HashMap<>(Map.of("DATABASE_URL", database.url()));
        database.user().forEach(user -> environment.put("DATABASE_USER", user));
        database.password().forEach(password -> environment.put("DATABASE_PASSWORD", password));
        return environment;
    }
}
