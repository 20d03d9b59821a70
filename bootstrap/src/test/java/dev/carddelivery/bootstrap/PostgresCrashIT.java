package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Databases.execute;
import static dev.carddelivery.bootstrap.Databases.log;
import static dev.carddelivery.bootstrap.Databases.processes;
import static dev.carddelivery.bootstrap.Databases.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.application.process.SideBySide;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * PostgreSQL crashes under a program that goes on: all of its processes end, and with them goes what it had in memory
 * and not yet on the disk. Then it recovers on the same port, by itself or started anew.
 */
@Timeout(180)
@Isolated("its control needs a server that has just not written yet")
class PostgresCrashIT {

    private static final int ORDERS = 300;
    private static final int CLIENTS = 8;
    private static final Duration DAY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path temp;

    private Path folder;
    private EmbeddedDatabase server;

    @BeforeEach
    void start() throws Exception {
        folder = Databases.folder(temp);
        server = EmbeddedDatabase.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWasAcknowledgedIsThereOnceAndIsDelivered() throws Exception {
        try (Database database = open();
                Instance instance = Instance.start(settings(), database);
                DemoCustomer customer = new DemoCustomer(instance.port())) {
            Vector<UUID> ids = placeWhileItCrashes(customer, ORDERS / 4, ORDERS / 2);

            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(query(server, "select order_id from orders where status = 'delivered'"))
                                    .hasSize(ORDERS));
            assertThat(query(server, "select order_id from events where name = 'order-placed'"))
                    .containsExactlyInAnyOrderElementsOf(ids.map(UUID::toString).asJava());
        }
    }

    /** The positive control: a loss would be noticed. */
    @Test
    void aServerThatDoesNotWaitForTheDiskForgetsWhatWasAcknowledged() throws Exception {
        execute(server, "alter database postgres set synchronous_commit = off");
        execute(server, "alter system set wal_writer_delay = '10s'");
        execute(server, "select pg_reload_conf()");
        try (Database database = open();
                Instance instance = Instance.start(withoutPartners(), database);
                DemoCustomer customer = new DemoCustomer(instance.port())) {
            Vector<UUID> ids = placeWhileItCrashes(customer, ORDERS);

            List<String> there = await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> query(server, "select order_id from events"), rows -> true);
            assertThat(ids.map(UUID::toString).removeAll(there)).isNotEmpty();
        }
    }

    @Test
    void aServerOfWhichNothingIsLeftIsStartedAgain() throws Exception {
        try (Database database = open();
                Instance instance = Instance.start(settings(), database);
                DemoCustomer customer = new DemoCustomer(instance.port())) {
            UUID before = UUID.randomUUID();
            assertThat(customer.place(before).statusCode()).isEqualTo(201);

            for (int time = 0; time < 2; time++) {
                ProcessHandle killed = processes(folder).server().get();
                processes(folder).running().forEach(ProcessHandle::destroyForcibly);
                killed.onExit().join();
                awaitOrdersTakenAgain(customer);
                assertThat(processes(folder).server()).isNotEmpty().doesNotContain(killed);
            }

            assertThat(query(server, "select count(*) from events where version = 1 and order_id = '" + before + "'"))
                    .containsExactly("1");
        }
        server.close();
        assertThat(processes(folder).running()).isEmpty();
    }

    @Test
    void aStartThatFailsIsTriedAgain() throws Exception {
        try (Database database = open();
                Instance instance = Instance.start(settings(), database);
                DemoCustomer customer = new DemoCustomer(instance.port())) {
            Path version = folder.resolve("postgres/PG_VERSION");
            Files.writeString(version, "12\n");
            processes(folder).running().forEach(ProcessHandle::destroyForcibly);
            await().atMost(PATIENCE).until(() -> log(folder).contains("initialized by PostgreSQL version 12"));

            Files.writeString(version, "18\n");

            awaitOrdersTakenAgain(customer);
        }
    }

    private static void awaitOrdersTakenAgain(DemoCustomer customer) {
        UUID id = UUID.randomUUID();
        await().atMost(PATIENCE).until(() -> customer.place(id).statusCode() == 201);
    }

    private Database open() {
        Database database = new Database(
                server.jdbcUrl(),
                Option.some(server.user()),
                Option.some(server.password().reveal()));
        database.migrate();
        return database;
    }

    /** Places orders until each is acknowledged; the server crashes when so many are. */
    private Vector<UUID> placeWhileItCrashes(DemoCustomer customer, Integer... acknowledged) throws Exception {
        Vector<UUID> ids = Vector.fill(ORDERS, UUID::randomUUID);
        Queue<UUID> waiting = new ConcurrentLinkedQueue<>(ids.asJava());
        Vector<CountDownLatch> crashes = Vector.of(acknowledged).map(CountDownLatch::new);
        Thread clients = Thread.startVirtualThread(
                () -> SideBySide.forEach(Vector.range(0, CLIENTS), number -> place(waiting, customer, crashes)));
        for (CountDownLatch crash : crashes) {
            crash.await();
            killAProcess();
        }
        clients.join();
        return ids;
    }

    private static void place(Queue<UUID> waiting, DemoCustomer customer, Vector<CountDownLatch> crashes) {
        for (UUID id = waiting.poll(); id != null; id = waiting.poll()) {
            UUID wanted = id;
            await().pollDelay(Duration.ZERO)
                    .atMost(PATIENCE)
                    .until(() -> customer.place(wanted).statusCode() == 201);
            crashes.forEach(CountDownLatch::countDown);
        }
    }

    /** When one of its processes is killed the server ends all others, for their common memory may be broken. */
    private void killAProcess() throws IOException {
        String pid =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
        ProcessHandle child = ProcessHandle.of(Long.parseLong(pid))
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow();
        assertThat(child.destroyForcibly()).isTrue();
        child.onExit().join();
    }

    /** What partners are asked is on the disk at once, and all that was written before it. */
    private Settings withoutPartners() {
        return Settings.from(Map.of(
                        "PORT", "0",
                        "DATA_DIR", folder.toString(),
                        "DEMO", "true",
                        "WEBHOOK_SECRETS_IDENTITY", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .get();
    }

    private Settings settings() {
        return Settings.from(Map.of("PORT", "0", "DATA_DIR", folder.toString(), "DEMO_DAY", DAY.toString()))
                .get();
    }
}
