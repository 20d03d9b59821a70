package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.TestDatabase;
import dev.carddelivery.adapters.messaging.kafka.BrokerProcess;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo partners as a process of their own, which is killed again and again and goes on where it was. */
@Timeout(240)
class PartnersKillIT {

    private static final String DAY = "PT1S";
    private static final int ORDERS = 20;
    private static final int KILLS = 2;

    @TempDir
    private Path temp;

    @Test
    void everyOrderIsDeliveredAndEachCardMadeOnce() throws Exception {
        try (BrokerProcess broker = new BrokerProcess(temp.resolve("kafka"));
                TestDatabase database = TestDatabase.create();
                TestDatabase theirs = TestDatabase.create();
                Database opened = database.open();
                Instance program = Instance.start(settings(broker), opened);
                DemoCustomer customer = new DemoCustomer(program.port())) {
            Vector<UUID> orders = Vector.fill(ORDERS, UUID::randomUUID);
            for (UUID order : orders) {
                assertThat(customer.place(order).statusCode()).isEqualTo(201);
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                try (ChildJvm partners = partners(broker, theirs)) {
                    awaitSomethingNew(database);
                    partners.kill();
                }
            }
            ChildJvm last = partners(broker, theirs);
            try (last) {
                orders.forEach(order -> awaitDelivery(order, customer));
            }
            assertThat(database.value("select count(*) from events where name = 'card-produced'"))
                    .isEqualTo(String.valueOf(ORDERS));
            assertThat(theirs.value("select count(*) from partner_mailbox where kind = 'card_produce'"))
                    .isEqualTo(String.valueOf(ORDERS));
        }
    }

    /** So that each life of the partners gets something done before it ends. */
    private static void awaitSomethingNew(TestDatabase database) throws Exception {
        String before = reports(database);
        await().atMost(Duration.ofSeconds(60)).until(() -> !reports(database).equals(before));
    }

    private static String reports(TestDatabase database) throws Exception {
        return database.value("select count(*) from events where actor_role in ('identity', 'bureau', 'courier')");
    }

    private static void awaitDelivery(UUID order, DemoCustomer customer) {
        await("the delivery of order " + order)
                .atMost(Duration.ofSeconds(120))
                .until(() -> customer.status(order).body().contains("\"status\":\"delivered\""));
    }

    private Settings settings(BrokerProcess broker) {
        return Settings.from(Map.of(
                        "PORT",
                        "0",
                        "DATA_DIR",
                        temp.toString(),
                        "DEMO_DAY",
                        DAY,
                        "KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers()))
                .get();
    }

    private static ChildJvm partners(BrokerProcess broker, TestDatabase database) throws IOException {
        Map<String, String> variables = new HashMap<>(Map.of(
                "PORT",
                "0",
                "DATABASE_URL",
                database.url(),
                "DEMO_DAY",
                DAY,
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers()));
        database.user().forEach(user -> variables.put("DATABASE_USER", user));
        database.password().forEach(password -> variables.put("DATABASE_PASSWORD", password));
        variables.put("ALLOW_UNSAFE_DURABILITY", "true"); // as fast as the tests' server may be
        ChildJvm partners = ChildJvm.start(Main.class, variables, "partners");
        partners.awaitLine("The demo partners wait for requests");
        Thread.startVirtualThread(partners::remainingLines);
        return partners;
    }
}
