package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Databases.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.application.process.SideBySide;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The promise of the whole system: what was acknowledged is there once, whatever happened, and reaches its customer.
 */
@Timeout(300)
@Isolated("it needs the whole machine")
class KillNineIT {

    private static final int ORDERS = 1_000;
    private static final int CONNECTIONS = 16;
    private static final int KILLED_AFTER = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Databases.folder(temp);
    }

    @AfterEach
    void leaveNoServerBehind() throws IOException {
        Databases.processes(folder).end();
    }

    @Test
    void noAcknowledgedOrderIsLostOrDoubledAndEachIsDelivered() throws Exception {
        Vector<UUID> ids = Vector.fill(ORDERS, UUID::randomUUID);
        Map<UUID, Answer> acknowledged = placeUntilKilled(ids);
        assertThat(acknowledged).as("killed in the middle").hasSizeBetween(KILLED_AFTER, ORDERS - 1);

        try (ChildJvm program = start();
                DemoCustomer customer = new DemoCustomer(program.awaitPort())) {
            ignoreOutput(program);
            Map<UUID, Answer> retried = forEach(ids, id -> placeUntilTaken(id, customer));
            assertThat(retried.values()).extracting(Answer::status).containsOnly(201);
            acknowledged.forEach((id, first) -> assertThat(retried.get(id)).isEqualTo(first.asReplay()));

            UUID neverPlaced = UUID.randomUUID();
            assertThat(undelivered(ids.append(neverPlaced), customer))
                    .as("a loss would be noticed, and there is none")
                    .containsExactly(neverPlaced);
            program.signal("TERM");
            program.awaitExit();
        }
        assertThat(placedInHistory())
                .containsExactlyInAnyOrderElementsOf(ids.map(UUID::toString).asJava());
    }

    /** What a client sees of an answer to createOrder. */
    private record Answer(int status, boolean replayed, String body) {

        static Answer of(HttpResponse<String> response) {
            boolean replayed =
                    response.headers().firstValue("Idempotent-Replayed").isPresent();
            return new Answer(response.statusCode(), replayed, response.body());
        }

        Answer asReplay() {
            return new Answer(status, true, body);
        }
    }

    /** The answers that came before the end. */
    private Map<UUID, Answer> placeUntilKilled(Vector<UUID> ids) throws Exception {
        Map<UUID, Answer> acknowledged = new ConcurrentHashMap<>();
        Queue<UUID> waiting = new ConcurrentLinkedQueue<>(ids.asJava());
        CountDownLatch middle = new CountDownLatch(KILLED_AFTER);
        try (ChildJvm program = start();
                DemoCustomer customer = new DemoCustomer(program.awaitPort())) {
            ignoreOutput(program);
            Thread clients = Thread.startVirtualThread(() -> SideBySide.forEach(
                    Vector.range(0, CONNECTIONS), number -> place(waiting, customer, acknowledged, middle)));
            middle.await();
            program.kill();
            clients.join();
        }
        return acknowledged;
    }

    private static void place(
            Queue<UUID> waiting, DemoCustomer customer, Map<UUID, Answer> acknowledged, CountDownLatch middle) {
        try {
            for (UUID id = waiting.poll(); id != null; id = waiting.poll()) {
                Answer answer = Answer.of(customer.place(id));
                if (answer.status() == 201) {
                    acknowledged.put(id, answer);
                    middle.countDown();
                }
            }
        } catch (IOException killed) {
            // Which is what this is about: nobody knows what became of the order under way.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As clients have to: a 503 says that nobody knows, so ask again. */
    private static Answer placeUntilTaken(UUID id, DemoCustomer customer) {
        return await().pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> Answer.of(customer.place(id)), answer -> answer.status() != 503);
    }

    /** The orders that are not there, once all others are delivered. */
    private static Set<UUID> undelivered(Vector<UUID> ids, DemoCustomer customer) throws Exception {
        Map<UUID, Boolean> there = forEach(ids, id -> awaitDelivery(id, customer));
        return ids.toJavaStream().filter(id -> !there.get(id)).collect(Collectors.toSet());
    }

    /** Waits until an order is delivered, and tells whether it is there at all. */
    private static boolean awaitDelivery(UUID id, DemoCustomer customer) {
        return await("the delivery of order " + id)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofSeconds(1))
                        .atMost(PATIENCE)
                        .until(() -> customer.status(id), KillNineIT::isAbsentOrDelivered)
                        .statusCode()
                == 200;
    }

    private static boolean isAbsentOrDelivered(HttpResponse<String> status) {
        return status.statusCode() == 404 || status.body().contains("\"status\":\"delivered\"");
    }

    /** What came of each id, several at a time. */
    private static <T> Map<UUID, T> forEach(Vector<UUID> ids, Function<UUID, T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            Map<UUID, Future<T>> running = new HashMap<>();
            ids.forEach(id -> running.put(id, threads.submit(() -> work.apply(id))));
            Map<UUID, T> results = new HashMap<>();
            for (UUID id : ids) {
                results.put(id, running.get(id).get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The order of each event that placed one. */
    private List<String> placedInHistory() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            return query(database, "select order_id from events where name = 'order-placed'");
        }
    }

    private ChildJvm start() throws IOException {
        return ChildJvm.start(
                Main.class, Map.of("DATA_DIR", folder.toString(), "PORT", "0", "DEMO_DAY", "PT1S"), "serve");
    }

    /** Nobody reads what it prints, and a full pipe must not hold it up. */
    private static void ignoreOutput(ChildJvm program) {
        Thread.startVirtualThread(program::remainingLines);
    }
}
