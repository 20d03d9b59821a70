package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.Sample;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClosingTest extends ApiTest {

    @Test
    void aRequestThatIsRunningIsAnswered() throws Exception {
        UUID id = UUID.randomUUID();
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        api.store().next(append -> {
            arrived.countDown();
            await(closing);
            return append.getAsBoolean();
        });
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> anna.post("/api/v1/orders", Sample.order(id)));
        arrived.await(10, TimeUnit.SECONDS);
        Thread closer = Thread.ofVirtual().start(api::close);
        // Longer than Jetty lets a silent connection live while it stops.
        closing.await(1_500, TimeUnit.MILLISECONDS);
        closing.countDown();
        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(closer.join(Duration.ofSeconds(10))).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
