package dev.carddelivery.bootstrap.benchmark;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.messaging.kafka.BrokerProcess;
import dev.carddelivery.adapters.messaging.kafka.KafkaConnection;
import dev.carddelivery.bootstrap.EmbeddedDatabase;
import dev.carddelivery.bootstrap.Instance;
import dev.carddelivery.bootstrap.Settings;
import dev.carddelivery.bootstrap.TemporaryFolder;
import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * How fast the other domains hear of what has happened: how long a backlog takes, as after an outage of the broker, and
 * how far behind they are under a steady load. Fails when the memory in use grows with the backlog. Broker, database,
 * consumer and the program share this machine. Started by {@code mvn -Pbenchmark}.
 */
public final class RelayBenchmark {

    private static final int BACKLOG = 200_000;
    private static final int FEW = 2_500;
    private static final int MANY = 25_000;

    /** So many times a backlog is relayed before it counts: meanwhile, program and broker are being compiled. */
    private static final int WARM_UP = 2;

    private RelayBenchmark() {}

    /** Prints events a second, live heap and latencies. */
    public static void main(String[] arguments) throws Exception {
        try (TemporaryFolder temporary = TemporaryFolder.create("card-delivery-benchmark");
                BrokerProcess broker = new BrokerProcess(temporary.path().resolve("broker"))) {
            Path folder = temporary.path();
            KafkaConnection connection = new KafkaConnection(
                    broker.bootstrapServers(), HashMap.empty(), new KafkaConnection.TopicLayout(12, (short) 1));
            // First, since the backlogs leave more behind than the disk has taken when the next measurement begins.
            latency(folder.resolve("latency"), broker.bootstrapServers());
            backlog(folder.resolve("few"), FEW, connection);
            backlog(folder.resolve("many"), MANY, connection);
        }
    }

    private static void backlog(Path folder, int underWay, KafkaConnection connection) throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder);
                Database database = open(server)) {
            database.migrate();
            Backlog.fill(database, BACKLOG, underWay);
            String title = "A backlog of orders of which " + underWay + " are under way at a time";
            for (int round = 1; round <= WARM_UP; round++) {
                BacklogRelay.run(title + ", warming up, round " + round, database, connection);
                vacuum(server);
            }
            BacklogRelay.run(title, database, connection);
        }
    }

    /**
     * Clears away what the last round has left behind, as PostgreSQL does by itself in real life, but not at a moment
     * of its own choice.
     */
    private static void vacuum(EmbeddedDatabase server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl(), server.user(), server.password().reveal());
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum awaited_requests");
            statement.execute("checkpoint");
        }
    }

    private static void latency(Path folder, String bootstrapServers) throws Exception {
        // In a day this long nothing else happens to an order meanwhile.
        Settings settings = Settings.from(Map.of(
                        "PORT",
                        "0",
                        "DATA_DIR",
                        folder.toString(),
                        "DEMO_DAY",
                        "PT24H",
                        "KAFKA_BOOTSTRAP_SERVERS",
                        bootstrapServers))
                .get();
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder);
                Database database = open(server)) {
            database.migrate();
            try (Instance instance = Instance.start(settings, database);
                    RelayLatency latency = new RelayLatency(bootstrapServers)) {
                latency.run(instance.port());
            }
        }
    }

    private static Database open(EmbeddedDatabase server) {
        return new Database(
                server.jdbcUrl(),
                Option.some(server.user()),
                Option.some(server.password().reveal()));
    }
}
