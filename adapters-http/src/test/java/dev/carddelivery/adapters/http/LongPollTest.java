package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LongPollTest extends ApiTest {

    private UUID id;

    @BeforeEach
    void place() {
        id = api.placed();
    }

    private CompletableFuture<HttpResponse<String>> poll(String wait, String tags) {
        return CompletableFuture.supplyAsync(
                () -> anna.get(order(id) + "/status", "Prefer", wait, "If-None-Match", tags));
    }

    @Test
    void isAnsweredWhenSomethingHappens() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = poll("wait=30", "\"1\"");
        await().until(() -> api.followers() == 1);
        api.approve(id);
        HttpResponse<String> news = answer.get(10, TimeUnit.SECONDS);
        assertThat(news.statusCode()).isEqualTo(200);
        assertThat(header(news, "Preference-Applied")).isEqualTo("wait=30");
        assertThat(body(news).path("version").asInt()).isGreaterThan(1);
        assertThat(api.followers()).isZero();
    }

    @Test
    void isAnsweredWhenTheTimeIsOver() throws Exception {
        HttpResponse<String> same = poll("respond-async, wait=1", "*").get(10, TimeUnit.SECONDS);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(header(same, "ETag")).isEqualTo("\"1\"");
        assertThat(header(same, "Preference-Applied")).isEqualTo("wait=1");
    }

    @Test
    void waitsForSixtySecondsAtMost() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = poll("wait=3600", "W/\"1\"");
        await().until(() -> api.followers() == 1);
        api.approve(id);
        assertThat(header(answer.get(10, TimeUnit.SECONDS), "Preference-Applied"))
                .isEqualTo("wait=60");
    }

    @Test
    void hasNothingToWaitForWithoutAVersion() {
        HttpResponse<String> answer = anna.get(order(id) + "/status", "Prefer", "wait=30");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
    }

    @Test
    void aVersionThatIsNotWantedIsToldAtOnce() {
        HttpResponse<String> refused =
                anna.get(order(id) + "/status", "Prefer", "wait=60", "If-Match", "\"7\"", "If-None-Match", "\"1\"");
        assertThat(problem(refused)).isEqualTo("precondition-failed");
    }

    @Test
    void isSentHomeWhenTheServerCloses() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = poll("wait=30", "\"1\"");
        await().until(() -> api.followers() == 1);
        api.close();
        HttpResponse<String> unavailable = answer.get(10, TimeUnit.SECONDS);
        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(header(unavailable, "Retry-After")).isEqualTo("2");
    }
}
