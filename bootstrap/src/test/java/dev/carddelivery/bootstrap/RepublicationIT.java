package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.TestDatabase;
import dev.carddelivery.adapters.messaging.kafka.BrokerProcess;
import dev.carddelivery.adapters.messaging.kafka.Topic;
import dev.carddelivery.bootstrap.system.EventsTopic;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker comes back without its data, and is told everything again while the program runs. */
@Timeout(180)
class RepublicationIT {

    private static final int ORDERS = 20;

    private static final int PARTITIONS = 4;

    @TempDir
    private Path temp;

    @Test
    void whatTheBrokerHasLostIsPublishedAgainWholeAndInOrder() throws Exception {
        Path data = temp.resolve("kafka");
        try (BrokerProcess broker = new BrokerProcess(data, ChildClasses.options());
                TestDatabase database = TestDatabase.create();
                Database opened = database.open();
                Instance program = Instance.start(settings(broker), opened);
                DemoCustomer customer = new DemoCustomer(program.port())) {
            Instant begin = Instant.now().minusSeconds(60);
            placeAndCancel(customer);
            eventually()
                    .untilAsserted(() -> assertThat(missing(database, broker)).isEmpty());

            broker.kill();
            FileTree.delete(data);
            broker.start();
            String last = customer.place(UUID.randomUUID()).body();
            eventually()
                    .untilAsserted(() -> assertThat(EventsTopic.read(broker.bootstrapServers()))
                            .as("what happens from now on is told")
                            .anyMatch(event -> last.contains(event.order())));
            assertThat(missing(database, broker)).as("and nothing else").hasSize(ORDERS);
            List.of("events", "reports", "dead-letters", "requests.identity", "requests.bureau")
                    .forEach(name -> assertThat(Topic.partitions(broker.bootstrapServers(), "card-delivery." + name))
                            .as(name)
                            .isEqualTo(PARTITIONS));

            Republication.since(begin, opened);

            eventually()
                    .untilAsserted(() -> assertThat(missing(database, broker)).isEmpty());
        }
    }

    private static void placeAndCancel(DemoCustomer customer) throws Exception {
        for (int order = 0; order < ORDERS; order++) {
            UUID id = UUID.randomUUID();
            assertThat(customer.place(id).statusCode()).isEqualTo(201);
            assertThat(customer.cancel(id).statusCode()).isEqualTo(200);
        }
    }

    /** The orders whose events are not all in the topic, in order. */
    private static Seq<String> missing(TestDatabase database, BrokerProcess broker) throws SQLException {
        Map<String, Integer> versions = database.column(
                        "select order_id || ' ' || max(version) from events group by order_id")
                .map(row -> row.split(" "))
                .foldLeft(HashMap.empty(), (all, row) -> all.put(row[0], Integer.parseInt(row[1])));
        return EventsTopic.faults(versions, EventsTopic.read(broker.bootstrapServers()));
    }

    private static ConditionFactory eventually() {
        // A topic that is not there yet is an exception.
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }

    private Settings settings(BrokerProcess broker) {
        return Settings.from(java.util.Map.of(
                        "PORT",
                        "0",
                        "DATA_DIR",
                        temp.toString(),
                        "DEMO_DAY",
                        "PT24H",
                        "KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "KAFKA_PARTITIONS",
                        String.valueOf(PARTITIONS)))
                .get();
    }
}
