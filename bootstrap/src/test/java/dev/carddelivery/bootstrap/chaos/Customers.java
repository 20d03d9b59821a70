package dev.carddelivery.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.bootstrap.DemoCustomer;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Customers who order cards and change their minds about some. Where nobody answers they ask again, with the same id,
 * as clients have to.
 */
final class Customers implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final DemoCustomer customer;
    private final Random random;
    private final ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
    private final Queue<Future<?>> calls = new ConcurrentLinkedQueue<>();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();

    /**
     * Customers of the program that listens at this port.
     *
     * @param random who changes their mind
     */
    Customers(int port, Random random) throws IOException, InterruptedException {
        this.customer = new DemoCustomer(port);
        this.random = random;
    }

    /** What is asked of the program. */
    private interface Call {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    /** Begins to order that many cards, and tells the orders' ids. */
    Vector<UUID> order(int count) {
        Vector<UUID> ids = Vector.fill(count, UUID::randomUUID);
        ids.forEach(id -> calls.add(clients.submit(() -> place(id))));
        return ids;
    }

    /** Begins to take back some of those that are ordered, wherever they are by now. */
    void cancel(int count) {
        Vector<UUID> ordered = Vector.ofAll(acknowledged).sorted();
        Vector.fill(count, () -> ordered.get(random.nextInt(ordered.size())))
                .forEach(id -> calls.add(clients.submit(() -> cancel(id))));
    }

    /** Waits until all calls have their answers, and tells which orders were acknowledged. */
    Set<UUID> awaitAnswers() throws Exception {
        for (Future<?> call = calls.poll(); call != null; call = calls.poll()) {
            call.get();
        }
        return acknowledged;
    }

    private void place(UUID id) {
        assertThat(answer(() -> customer.place(id)).statusCode()).isEqualTo(201);
        acknowledged.add(id);
    }

    /** It may be too late. */
    private void cancel(UUID id) {
        assertThat(answer(() -> customer.cancel(id)).statusCode()).isIn(200, 202, 409);
    }

    private static HttpResponse<String> answer(Call call) {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(call::send, response -> response.statusCode() != 503);
    }

    @Override
    public void close() {
        clients.shutdownNow();
        customer.close();
    }
}
