package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.request.Preference;
import dev.carddelivery.adapters.http.testing.RawHttp;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.application.UnreliableStore.Mishap;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceTest extends ApiTest {

    @Test
    void health() {
        assertThat(body(api.anybody().get("/health/live")).path("status").asString())
                .isEqualTo("up");
        assertThat(api.anybody().get("/health/ready").statusCode()).isEqualTo(200);
        api.miss("database");
        HttpResponse<String> missing = api.anybody().get("/health/ready");
        assertThat(missing.statusCode()).isEqualTo(503);
        assertThat(missing.body()).isEqualTo("{\"status\":\"not_ready\",\"missing\":[\"database\"]}");
        assertThat(api.anybody().get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void theContractAndItsPage() throws IOException {
        try (InputStream contract = ServiceTest.class.getResourceAsStream("/openapi.yaml")) {
            assertThat(api.anybody().get("/openapi.yaml").body())
                    .isEqualTo(new String(contract.readAllBytes(), StandardCharsets.UTF_8));
        }
        HttpResponse<String> page = api.anybody().get("/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy")).contains("script-src 'self'");
        java.util.regex.Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .forEach(asset -> assertThat(api.anybody().get(asset.group(1)).statusCode())
                        .as(asset.group(1))
                        .isEqualTo(200));
        assertThat(api.anybody().get("/docs/").body()).isEqualTo(page.body());
        assertThat(api.anybody().get("/docs/../openapi.yaml").statusCode()).isNotEqualTo(500);
        assertThat(api.anybody().get("/docs/index.html").statusCode()).isEqualTo(404);
    }

    @Test
    void theContractOfTheMessagesAndItsSchemas() {
        HttpResponse<String> contract = api.anybody().get("/asyncapi.yaml");
        assertThat(contract.statusCode()).isEqualTo(200);
        assertThat(header(contract, "Content-Type")).isEqualTo("application/yaml");
        assertThat(contract.body()).isEqualTo("asyncapi: 3.0.0");
        HttpResponse<String> schema = api.anybody().get("/schemas/order.placed.v1.json");
        assertThat(header(schema, "Content-Type")).isEqualTo("application/schema+json");
        assertThat(body(schema).path("type").asString()).isEqualTo("object");
        assertThat(api.anybody().get("/schemas/order.lost.v1.json").statusCode())
                .isEqualTo(404);
        assertThat(api.anybody().get("/schemas/..%2Fasyncapi.yaml").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoKnowsNoMoreThanTheAddressGetsToThePage() {
        HttpResponse<String> elsewhere = api.anybody().get("/");
        assertThat(elsewhere.statusCode()).isEqualTo(302);
        assertThat(header(elsewhere, "Location")).isEqualTo("/docs");
    }

    @Test
    void linesThatAreSilentForAWhileAreKept() {
        assertThat(HttpServer.HEARTBEAT).isEqualTo(Duration.ofSeconds(15));
        assertThat(HttpServer.IDLE)
                .isGreaterThan(HttpServer.HEARTBEAT.multipliedBy(2))
                .isGreaterThan(Preference.LONGEST_WAIT);
    }

    @Test
    void whatEveryAnswerHas() {
        for (String path : new String[] {"/health/live", "/api/v1/orders", "/nothing"}) {
            HttpResponse<String> answer = anna.get(path);
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void anErrorOfOursSaysNothingOfItsCause() {
        api.store().next(append -> {
            throw new IllegalStateException("the secret");
        });
        HttpResponse<String> failed = anna.post("/api/v1/orders", Sample.order());
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(problem(failed)).isEqualTo("internal-error");
        assertThat(failed.body()).doesNotContain("secret", "Exception");
    }

    @Test
    void theStoreIsAway() {
        String order = order(api.placed());
        api.store().setAway(true);
        assertThat(problem(anna.post("/api/v1/orders", Sample.order()))).isEqualTo("unavailable");
        HttpResponse<String> unavailable = anna.get(order + "/status");
        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(header(unavailable, "Retry-After")).isEqualTo("2");
        assertThat(problem(anna.get(order + "/events"))).isEqualTo("unavailable");
        api.store().setAway(false);
        api.store().next(Mishap.REQUEST_LOST);
        assertThat(anna.post("/api/v1/orders", Sample.order()).statusCode()).isEqualTo(503);
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemToo() throws IOException {
        for (String request : new String[] {
            "GET /a%00b HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
            "nonsense\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
            "GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        }) {
            String answer = RawHttp.exchange(anna.uri("/"), request);
            assertThat(answer).as(request).startsWith("HTTP/1.1 4").contains("application/problem+json", "/problems/");
            assertThat(answer).doesNotContain("Jetty");
        }
    }
}
