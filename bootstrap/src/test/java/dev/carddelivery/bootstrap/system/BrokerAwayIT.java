package dev.carddelivery.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.messaging.kafka.BrokerProcess;
import dev.carddelivery.bootstrap.ChildClasses;
import dev.carddelivery.bootstrap.DemoCustomer;
import dev.carddelivery.bootstrap.system.EventsTopic.Event;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Whoever orders a card does not notice that the broker is away, and the other domains hear of all of it later. */
@Timeout(120)
@Isolated("it measures how long answers take")
class BrokerAwayIT {

    private static final int ORDERS_PER_SECOND = 600;
    private static final int ORDERS = 2_000;

    /** Each so many orders one is cancelled, so that there is an order among an order's events. */
    private static final int CANCELLED = 10;

    private static final String WARMING_UP = "warming up";
    private static final String BEFORE = "before";
    private static final String AWAY = "away";
    private static final String STARTING = "starting";
    private static final String AFTER = "after";

    @TempDir
    static Path temp;

    @Test
    void ordersAreTakenAsFastAsEverAndNoEventIsLostOrOvertaken() throws Exception {
        try (BrokerProcess broker = new BrokerProcess(temp, ChildClasses.options());
                Installation installation = Installation.with(
                        java.util.Map.of("DEMO_DAY", "PT24H", "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()))) {
            Copy copy = installation.start();
            Customer anna = copy.customer("anna");
            AtomicInteger placed = new AtomicInteger();
            try (DemoCustomer placing = new DemoCustomer(copy.port(), "anna");
                    SteadyLoad load = new SteadyLoad(ORDERS_PER_SECOND, WARMING_UP, () -> {
                        UUID order = UUID.randomUUID();
                        assertThat(placing.place(order).statusCode()).isEqualTo(201);
                        if (placed.incrementAndGet() % CANCELLED == 0) {
                            assertThat(anna.cancel(order).statusCode()).isEqualTo(200);
                        }
                    })) {
                live(load, broker);
                assertThat(load.failures()).isEmpty();
                System.out.printf(
                        "p99 before %.2f away %.2f starting %.2f after %.2f n %d %d %d%n",
                        p99(load, BEFORE),
                        p99(load, AWAY),
                        p99(load, STARTING),
                        p99(load, AFTER),
                        load.nanos(BEFORE).length,
                        load.nanos(AWAY).length,
                        load.nanos(AFTER).length);
                assertThat(p99(load, AWAY)).isLessThanOrEqualTo(1.5 * p99(load, BEFORE, AFTER));
            }
            Map<String, Integer> versions = versions(installation);
            assertThat(versions).hasSizeGreaterThan(3 * ORDERS);
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(
                            () -> assertThat(EventsTopic.faults(versions, EventsTopic.read(broker.bootstrapServers())))
                                    .isEmpty());
        }
    }

    private static void live(SteadyLoad load, BrokerProcess broker) throws IOException {
        awaitCalls(load, ORDERS + ORDERS / 2, WARMING_UP);
        load.enter(BEFORE);
        awaitCalls(load, ORDERS, BEFORE);
        broker.kill();
        load.enter(AWAY);
        awaitCalls(load, ORDERS + ORDERS / 2, AWAY);
        // Its own start takes the processors from everybody, which it would not from another machine.
        load.enter(STARTING);
        broker.start();
        awaitCalls(load, ORDERS / 2, STARTING);
        load.enter(AFTER);
        awaitCalls(load, ORDERS, AFTER);
    }

    private static void awaitCalls(SteadyLoad load, int count, String phase) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> load.has(count, phase) || !load.failures().isEmpty());
    }

    private static double p99(SteadyLoad load, String... phases) {
        long[] sorted = Vector.of(phases).map(load::nanos).foldLeft(new long[0], BrokerAwayIT::merged);
        return sorted[(int) Math.ceil(0.99 * sorted.length) - 1] / 1e6;
    }

    private static long[] merged(long[] one, long[] other) {
        return LongStream.concat(LongStream.of(one), LongStream.of(other))
                .sorted()
                .toArray();
    }

    private static Map<String, Integer> versions(Installation installation) throws SQLException {
        try (Connection connection = installation.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select order_id, max(version) from events group by 1")) {
            Map<String, Integer> versions = HashMap.empty();
            while (rows.next()) {
                versions = versions.put(rows.getString(1), rows.getInt(2));
            }
            return versions;
        }
    }

    @Test
    void whatIsMissingOrOvertakenIsFound() {
        Map<String, Integer> versions = HashMap.of("a", 2, "b", 3);
        Vector<Event> good =
                Vector.of(event("a", 1), event("b", 1), event("b", 2), event("a", 2), event("b", 1), event("b", 3));

        assertThat(EventsTopic.faults(versions, good)).isEmpty();
        assertThat(EventsTopic.faults(versions, good.remove(event("b", 2)))).containsExactly("b");
        assertThat(EventsTopic.faults(versions, good.init())).containsExactly("b");
        assertThat(EventsTopic.faults(
                        versions, good.filter(event -> event.order().equals("a"))))
                .containsExactly("b");
        assertThat(EventsTopic.faults(versions, good.reverse())).containsExactlyInAnyOrder("a", "b");
    }

    private static Event event(String order, int sequence) {
        return new Event(order, sequence);
    }
}
