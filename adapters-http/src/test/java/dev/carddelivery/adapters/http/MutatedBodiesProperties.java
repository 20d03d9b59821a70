package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.security.Role;
import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.RawHttp;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.adapters.http.testing.TestApi;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is sent, it is never our fault, and every answer is in the contract. */
class MutatedBodiesProperties {

    private static final String[] STRANGE = {
        "null",
        "true",
        "[]",
        "{}",
        "\"\"",
        "-0",
        "1e999999999",
        "1e-999999999",
        "0.1",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"9999-12-31\"",
        "\"-0001-01-01\"",
        "\"00:00\"",
        "\"\u202e\"",
        "\"'; drop table orders; --\"",
        "123456789012345678901234567890",
        "[[[[]]]]",
        "{\"$ref\":\"#\"}",
        "\"" + "x".repeat(5_000) + "\""
    };

    private static TestApi api;
    private static ApiClient anna;
    private static String order;

    @BeforeContainer
    static void start() {
        api = TestApi.start();
        anna = api.anna();
        order = "/api/v1/orders/" + api.placed();
    }

    @AfterContainer
    static void stop() {
        api.close();
    }

    /** How a body is changed: a JSON value is replaced, or bytes are. */
    interface Mutation {

        byte[] applyTo(String body);
    }

    @Provide
    Arbitrary<Mutation> mutations() {
        Arbitrary<Mutation> values = Combinators.combine(Arbitraries.integers().between(0, 40), Arbitraries.of(STRANGE))
                .as((number, value) ->
                        body -> replacedValue(body, number, value).getBytes(StandardCharsets.UTF_8));
        Arbitrary<Mutation> texts = Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.strings().all().ofMaxLength(30))
                .as((number, text) -> body -> replacedValue(
                                body,
                                number,
                                Sample.json("{}").put("x", text).path("x").toString())
                        .getBytes(StandardCharsets.UTF_8));
        Arbitrary<Mutation> bytes = Combinators.combine(Arbitraries.integers().between(0, 2_000), Arbitraries.bytes())
                .as((place, value) -> body -> {
                    byte[] changed = body.getBytes(StandardCharsets.UTF_8);
                    changed[place % changed.length] = value;
                    return changed;
                });
        Arbitrary<Mutation> cuts = Arbitraries.integers()
                .between(0, 2_000)
                .map(place -> body -> body.substring(0, place % body.length()).getBytes(StandardCharsets.UTF_8));
        return Arbitraries.oneOf(values, texts, bytes, cuts);
    }

    /** The body with its value of this number replaced, counting values from the front, whatever stands there. */
    private static String replacedValue(String body, int number, String value) {
        int from = 0;
        for (int i = 0; i <= number; i++) {
            int next = body.indexOf(':', from);
            from = next < 0 ? from : next + 1;
        }
        int to = from;
        while (to < body.length() && ",}".indexOf(body.charAt(to)) < 0) {
            to++;
        }
        return body.substring(0, from) + value + body.substring(to);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void createOrderIsNeverOurFault(@ForAll("mutations") Mutation first, @ForAll("mutations") Mutation second) {
        String once =
                new String(first.applyTo(Sample.order(UUID.randomUUID()).toString()), StandardCharsets.ISO_8859_1);
        byte[] body = once.isEmpty() ? new byte[0] : second.applyTo(once);
        HttpResponse<String> answer = anna.send(
                "POST", "/api/v1/orders", BodyPublishers.ofByteArray(body), "Content-Type", "application/json");
        assertThat(answer.statusCode()).isIn(201, 400, 409, 413, 422);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void updateOrderIsNeverOurFault(@ForAll("mutations") Mutation mutation) {
        String patch =
                "{\"cardInfo\":{\"embossingName\":\"IVAN\"},\"userInfo\":{\"phone\":\"+79160000000\",\"email\":null},"
                        + "\"deliveryInfo\":{\"method\":\"post\",\"address\":{\"house\":\"8\"},\"slot\":{\"date\":\"2026-12-02\"}}}";
        HttpResponse<String> answer = anna.send(
                "PATCH",
                order,
                BodyPublishers.ofByteArray(mutation.applyTo(patch)),
                "Content-Type",
                "application/merge-patch+json");
        assertThat(answer.statusCode()).isIn(200, 400, 422);
        assertThat(anna.get(order).statusCode()).isEqualTo(200);
    }

    @Property(tries = 100)
    void headersAndQueriesAreNeverOurFault(@ForAll("visible") String text) {
        for (String name : new String[] {"If-None-Match", "Prefer", "Accept-Language", "Accept", "Cookie"}) {
            assertThat(anna.get(order + "/status", name, text).statusCode()).isIn(200, 304, 400);
        }
        assertThat(anna.get(order + "/events", "Last-Event-ID", text.isBlank() ? "x" : text + "x")
                        .statusCode())
                .isEqualTo(400);
        String encoded = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
        for (String query : new String[] {"limit=", "cursor=", "status="}) {
            assertThat(anna.get("/api/v1/orders?" + query + encoded).statusCode())
                    .isIn(200, 400);
        }
        for (String query : new String[] {"version=", "asOf="}) {
            assertThat(anna.get(order + "?" + query + encoded).statusCode()).isIn(200, 304, 400, 404);
        }
        assertThat(anna.patch(order, Sample.json("{}"), "If-Match", text, "Idempotency-Key", text)
                        .statusCode())
                .isIn(200, 400, 412, 422);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void requestsAsTheyStandAreNeverOurFault(
            @ForAll("targets") String target,
            @ForAll("queries") String query,
            @ForAll("headers") String header,
            @ForAll("mediaTypes") String mediaType)
            throws IOException {
        String answer = RawHttp.exchange(
                anna.uri("/"),
                target + "?" + query
                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\nAuthorization: Bearer "
                        + api.token("anna", Role.CUSTOMER) + "\r\n" + header + "\r\nContent-Type: " + mediaType
                        + "\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer.charAt(9)).as(answer).isIn('2', '3', '4');
    }

    @Provide
    Arbitrary<String> targets() {
        return Arbitraries.of(
                "GET /api/v1/orders",
                "HEAD /api/v1/orders",
                "GET " + order,
                "GET " + order + "/status",
                "GET " + order + "/history",
                "POST /api/v1/orders",
                "PATCH " + order,
                "POST " + order + "/activate",
                "POST /api/v1/session");
    }

    /** Names and values of this API, and what stands between them, in any order. */
    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> parts = Arbitraries.of(
                "limit", "cursor", "status", "version", "asOf", "=", "&", "%", "%4", "%41", "%ff", "%00", "+", "1",
                "x");
        return parts.list().ofMaxSize(8).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> names = Arbitraries.of(
                "If-Match",
                "If-None-Match",
                "Idempotency-Key",
                "Prefer",
                "Accept",
                "Accept-Language",
                "Accept-Encoding",
                "Cookie",
                "Expect",
                "Range",
                "X-Forwarded-For",
                "Transfer-Encoding",
                "Upgrade");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "*",
                        "\"1\"",
                        "W/\"1\", \"1\"",
                        "wait=0",
                        "ru;q=2",
                        "__Host-session=x",
                        "websocket",
                        "bytes=5-1"),
                visible());
        return Combinators.combine(names, values).as((name, value) -> name + ": " + value);
    }

    @Provide
    Arbitrary<String> mediaTypes() {
        Arbitrary<String> parts = Arbitraries.of(
                "application/json",
                "application/merge-patch+json",
                "text/plain",
                ";",
                "charset",
                "=",
                "utf-8",
                "utf-16",
                "\"",
                " ",
                "/");
        return parts.list().ofMaxSize(6).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> visible() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40);
    }
}
