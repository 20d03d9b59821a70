package dev.carddelivery.bootstrap.benchmark;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.messaging.kafka.BrokerProcess;
import dev.carddelivery.adapters.messaging.kafka.KafkaConnection;
import dev.carddelivery.bootstrap.EmbeddedDatabase;
import dev.carddelivery.bootstrap.Instance;
import dev.carddelivery.bootstrap.Settings;
import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private RelayBenchmark() {}

    /** Prints events a second, live heap and latencies. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("card-delivery-benchmark");
        try (BrokerProcess broker = new BrokerProcess(folder.resolve("broker"))) {
            KafkaConnection connection = new KafkaConnection(
                    broker.bootstrapServers(), HashMap.empty(), new KafkaConnection.TopicLayout(12, (short) 1));
            backlog(folder.resolve("few"), FEW, connection);
            backlog(folder.resolve("many"), MANY, connection);
            latency(folder.resolve("latency"), broker.bootstrapServers());
        }
    }

    private static void backlog(Path folder, int underWay, KafkaConnection connection) throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder);
                Database database = open(server)) {
            database.migrate();
            Backlog.fill(database, BACKLOG, underWay);
            String title = "A backlog of orders of which " + underWay + " are under way at a time";
            BacklogRelay.run(title, database, connection);
            BacklogRelay.run(title + ", once more", database, connection);
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
