package dev.carddelivery.bootstrap.system;

import static dev.carddelivery.bootstrap.system.Customer.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vavr.collection.List;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** The database goes away and comes back; the program says so, takes nothing meanwhile, and goes on by itself. */
@Timeout(60)
@Isolated("it measures how long answers take")
class DatabaseAwayIT {

    private static final Duration PATIENCE_OF_CLIENTS = Duration.ofSeconds(3);
    private static final int CALLS = 20;
    private static final int POSTGRES = 5432;

    private Installation installation;
    private Line line;
    private Copy copy;
    private Customer anna;
    private UUID earlier;

    @BeforeEach
    void start() throws Exception {
        installation = Installation.withDaysOf(Duration.ofMillis(400));
        String url = installation.database().url();
        URI server = URI.create(url.substring("jdbc:".length()));
        line = Line.to(server.getHost(), server.getPort() < 0 ? POSTGRES : server.getPort());
        copy = installation.startOn(url.replaceFirst("//[^/]+/", "//127.0.0.1:" + line.port() + "/"));
        anna = copy.customer("anna");
        earlier = anna.order();
    }

    @AfterEach
    void stop() throws Exception {
        line.carry();
        installation.close();
        line.close();
    }

    @Test
    void aDatabaseThatDoesNotAnswer() throws Exception {
        assertSurvives(line::stall);
    }

    @Test
    void aDatabaseThatCannotBeReached() throws Exception {
        assertSurvives(line::refuse);
    }

    private void assertSurvives(Runnable failure) throws Exception {
        try (StatusStream stream = StatusStream.resume(anna, earlier, 1)) {
            failure.run();
            List<UUID> wanted = List.fill(CALLS, UUID::randomUUID);
            assertAllAreUnavailable(wanted);
            assertSaysWhatIsMissing();
            // Also now that it has been noticed, and every connection in the pools is known to be broken.
            assertAllAreUnavailable(wanted);

            line.carry();
            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> copy.anybody().get("/health/ready").statusCode() == 200);
            wanted.forEach(this::assertIsTaken);
            wanted.forEach(this::assertWasTakenOnce);

            // Projections, reactions, deadlines, partners and live clients have found back as well.
            assertThat(stream.nextUntil("delivered")).isNotEmpty();
            anna.await(wanted.head(), "delivered");
            await().pollInterval(Duration.ofMillis(50))
                    .untilAsserted(() -> assertThat(body(anna.api().get(Customer.ORDERS + "?limit=200"))
                                    .path("items")
                                    .size())
                            .isEqualTo(1 + CALLS));
        }
    }

    private void assertAllAreUnavailable(List<UUID> wanted) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            wanted.map(id -> CompletableFuture.runAsync(() -> assertIsUnavailable(id), threads))
                    .forEach(CompletableFuture::join);
        }
    }

    private void assertIsUnavailable(UUID id) {
        long before = System.nanoTime();
        HttpResponse<String> answer = anna.order(Customer.wish(id));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE_OF_CLIENTS);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private void assertSaysWhatIsMissing() {
        HttpResponse<String> ready = copy.anybody().get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(body(ready).at("/missing/0").stringValue()).isEqualTo("database");
        assertThat(copy.anybody().get("/health/live").statusCode()).isEqualTo(200);
    }

    private void assertIsTaken(UUID id) {
        assertThat(anna.order(Customer.wish(id)).statusCode()).isEqualTo(201);
    }

    private void assertWasTakenOnce(UUID id) {
        assertThat(Customer.replayed(anna.order(Customer.wish(id)))).isTrue();
    }
}
