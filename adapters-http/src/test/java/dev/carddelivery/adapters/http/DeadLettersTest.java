package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.security.Role;
import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.Outcome;
import dev.carddelivery.application.report.PlainReports;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DeadLettersTest extends ApiTest {

    private static final String LETTERS = "/api/v1/dead-letters";
    private static final JsonNode REASON = Sample.json("{'reason':'Their test; they know'}");

    private ApiClient operator;

    @BeforeEach
    void logIn() {
        operator = api.operator();
    }

    // Reading.

    @Test
    void theOldestOpenLettersComeFirst() {
        String first = laidAside("first");
        String second = laidAside("second");
        String decided = laidAside("third");
        operator.post(letter(decided) + "/discard", REASON);

        HttpResponse<String> page = operator.get(LETTERS);

        assertThat(ids(page)).containsExactly(first, second);
        assertThat(ids(operator.get(LETTERS + "?state=open"))).containsExactly(first, second);
        assertThat(ids(operator.get(LETTERS + "?state=discarded"))).containsExactly(decided);
        assertThat(ids(operator.get(LETTERS + "?state=replayed"))).isEmpty();
        assertThat(body(page).at("/items/0"))
                .isEqualTo(Sample.json("{'id':'" + first + "','receivedAt':'"
                        + body(page).at("/items/0/receivedAt").asString()
                        + "','channel':'embedded','sender':null,'reason':'malformed',"
                        + "'detail':'There are not four words','subject':null,'state':'open'}"));
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void pageByPage() {
        Vector<String> all = Vector.range(0, 5).map(i -> laidAside("message " + i));

        JsonNode first = body(operator.get(LETTERS + "?limit=3"));
        HttpResponse<String> second = operator.get(
                LETTERS + "?limit=3&cursor=" + first.path("nextCursor").asString());

        assertThat(first.path("items").findValuesAsString("id")).containsExactlyElementsOf(all.take(3));
        assertThat(ids(second)).containsExactlyElementsOf(all.drop(3));
        assertThat(body(second).path("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=lost", "limit=0", "limit=201", "cursor=made-up"})
    void queriesThatCannotBeRead(String query) {
        assertThat(problem(operator.get(LETTERS + "?" + query))).isEqualTo("bad-request");
    }

    @Test
    void aLetterHasItsMessageAsItCame() {
        String text = "привет, \"мир\"\n\0";
        ReceivedMessage message = new ReceivedMessage(
                "kafka",
                Option.some(Partner.COURIER),
                HashMap.of("ce_id", "77", "content-type", "text/plain"),
                Bytes.of(text));

        HttpResponse<String> answer = operator.get(letter(laidAside(message)));

        assertThat(body(answer).path("channel").asString()).isEqualTo("kafka");
        assertThat(body(answer).path("sender").asString()).isEqualTo("courier");
        assertThat(body(answer).path("headers")).isEqualTo(Sample.json("{'ce_id':'77','content-type':'text/plain'}"));
        assertThat(body(answer).at("/body/encoding").asString()).isEqualTo("text");
        assertThat(body(answer).at("/body/content").asString()).isEqualTo(text);
        assertThat(body(answer).path("acts")).isEmpty();
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void bytesThatAreNoTextAreShownInBase64() {
        byte[] bytes = {'a', (byte) 0xC3, 0, (byte) 0xFF};
        ReceivedMessage message = new ReceivedMessage("webhook", Option.none(), HashMap.empty(), Bytes.of(bytes));

        JsonNode shown = body(operator.get(letter(laidAside(message)))).path("body");

        assertThat(shown.path("encoding").asString()).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(shown.path("content").asString())).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"019aa0c0-7c1e-7d3a-9a53-6f0b7a1c2d3e", "nonsense"})
    void thereIsNoSuchLetter(String id) {
        assertThat(problem(operator.get(letter(id)))).isEqualTo("dead-letter-not-found");
        assertThat(problem(replay(id))).isEqualTo("dead-letter-not-found");
        assertThat(problem(operator.post(letter(id) + "/discard", REASON))).isEqualTo("dead-letter-not-found");
        assertThat(operator.get(letter(id)).statusCode()).isEqualTo(404);
    }

    // Deciding.

    @Test
    void aReplayedMessageMovesItsOrder() {
        UUID order = UUID.randomUUID();
        String id = laidAside(report(order, "identity.passed"));
        anna.post("/api/v1/orders", Sample.order(order));

        HttpResponse<String> replayed = replay(id);

        assertThat(replayed.statusCode()).isEqualTo(200);
        assertThat(body(replayed).path("state").asString()).isEqualTo("replayed");
        assertThat(body(replayed).path("acts"))
                .isEqualTo(Sample.json("{'acts':[{'at':'" + api.clock().instant()
                                + "','by':'olga','what':'replay','note':'applied'}]}")
                        .path("acts"));
        assertThat(operator.get(letter(id)).body()).isEqualTo(replayed.body());
        assertThat(status(anna.get(order(order) + "/status"))).isEqualTo("approved");
    }

    @Test
    void whatFailsAgainStaysOpen() {
        String id = laidAside(report(UUID.randomUUID(), "identity.passed"));

        HttpResponse<String> replayed = replay(id);

        assertThat(replayed.statusCode()).isEqualTo(200);
        assertThat(body(replayed).path("state").asString()).isEqualTo("open");
        assertThat(body(replayed).at("/acts/0/note").asString()).contains("UNKNOWN_ORDER");
        assertThat(ids(operator.get(LETTERS))).containsExactly(id);
    }

    @Test
    void whatCannotBeServedNowLeavesTheLetterOpenAndIsOnRecord() {
        String id = laidAside(report(UUID.randomUUID(), "identity.passed"));
        api.store().setAway(true);

        HttpResponse<String> unavailable = replay(id);

        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(problem(unavailable)).isEqualTo("unavailable");
        assertThat(ids(operator.get(LETTERS))).containsExactly(id);
        assertThat(body(operator.get(letter(id))).at("/acts/0/note").asString()).isEqualTo("begun");
    }

    @Test
    void aDiscardedLetterSaysByWhomAndWhy() {
        String id = laidAside("nonsense");
        ApiClient supervisor = api.anybody().as(api.token("sofia", Role.SUPERVISOR));

        HttpResponse<String> discarded = supervisor.post(letter(id) + "/discard", REASON);

        assertThat(discarded.statusCode()).isEqualTo(200);
        assertThat(body(discarded).path("state").asString()).isEqualTo("discarded");
        assertThat(body(discarded).at("/acts/0"))
                .isEqualTo(Sample.json("{'at':'" + api.clock().instant()
                        + "','by':'sofia','what':'discard','note':'Their test; they know'}"));
    }

    @Test
    void whatIsDecidedIsDecided() {
        String id = laidAside("nonsense");
        String before = operator.post(letter(id) + "/discard", REASON).body();

        HttpResponse<String> late = operator.post(letter(id) + "/discard", REASON);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(problem(late)).isEqualTo("dead-letter-not-open");
        assertThat(problem(replay(id))).isEqualTo("dead-letter-not-open");
        assertThat(operator.get(letter(id)).body()).isEqualTo(before);
    }

    @Test
    void whatWasNotKeptCanOnlyBeDiscarded() {
        String id = laidAside("my card is " + PlainReports.CARD_NUMBER);
        assertThat(operator.get(letter(id)).body()).doesNotContain(PlainReports.CARD_NUMBER);

        HttpResponse<String> refused = replay(id);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("dead-letter-not-kept");
        assertThat(operator.post(letter(id) + "/discard", REASON).statusCode()).isEqualTo(200);
    }

    @Test
    void aReasonIsOneLine() {
        String discard = letter(laidAside("nonsense")) + "/discard";

        assertThat(errors(operator.post(discard, Sample.json("{}")))).isEqualTo("/reason required");
        assertThat(errors(operator.post(discard, Sample.json("{'reason':' '}"))))
                .isEqualTo("/reason text-length");
        assertThat(errors(operator.post(discard, Sample.json("{'reason':'a\\u0000b'}"))))
                .isEqualTo("/reason text-length");
        assertThat(errors(operator.post(discard, Sample.json("{'reason':'" + "x".repeat(301) + "'}"))))
                .isEqualTo("/reason text-length");
        assertThat(errors(operator.post(discard, Sample.json("{'reason':1,'who':'me'}"))))
                .isEqualTo("/reason wrong-type\n/who unknown-field");
        assertThat(problem(operator.post(discard, Sample.json("{'reason':'4111 1111 1111 1111'}"))))
                .isEqualTo("card-number-not-accepted");
        assertThat(operator.send("POST", discard, BodyPublishers.ofString("x")).statusCode())
                .isEqualTo(415);
        assertThat(ids(operator.get(LETTERS))).hasSize(1);
    }

    // Who.

    @Test
    void noneOfThisIsForCustomers() {
        String id = laidAside("nonsense");
        UUID order = api.placed();

        Vector<HttpResponse<String>> refused = Vector.of(
                anna.get(LETTERS),
                anna.get(letter(id)),
                anna.send("POST", letter(id) + "/replay", BodyPublishers.noBody()),
                anna.post(letter(id) + "/discard", REASON),
                anna.get("/api/v1/parked-reports?orderId=" + order));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(problem(answer)).isEqualTo("forbidden");
        });
        assertThat(ids(operator.get(LETTERS))).containsExactly(id);
    }

    // What waits.

    @Test
    void whatWaitsForAnOrder() {
        UUID order = api.placed();
        api.intake().accept(report(order, "bureau.produced"));
        api.intake().accept(report(order, "courier.delivered"));
        api.intake().accept(report(api.placed(), "bureau.produced"));

        HttpResponse<String> waiting = operator.get("/api/v1/parked-reports?orderId=" + order);

        JsonNode items = body(waiting).path("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).at("/body/content").asString()).contains("bureau.produced");
        assertThat(items.get(1).at("/body/content").asString()).contains("courier.delivered");
        assertThat(items.get(0).path("orderId").asString()).isEqualTo(order.toString());
        assertThat(items.get(0).path("receivedAt").asString())
                .isEqualTo(api.clock().instant().toString());
        assertThat(items.get(0).path("headers")).isEqualTo(Sample.json("{'content-type':'text/plain'}"));
        assertThat(header(waiting, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatWaitsIsAskedForByAnOrder() {
        assertThat(body(operator.get("/api/v1/parked-reports?orderId=" + UUID.randomUUID()))
                        .path("items"))
                .isEmpty();
        assertThat(problem(operator.get("/api/v1/parked-reports"))).isEqualTo("bad-request");
        HttpResponse<String> refused = operator.get("/api/v1/parked-reports?orderId=1", "Accept-Language", "ru");
        assertThat(problem(refused)).isEqualTo("bad-request");
        assertThat(body(refused).path("detail").asString()).contains("orderId", "обязателен");
    }

    private HttpResponse<String> replay(String id) {
        return operator.send("POST", letter(id) + "/replay", BodyPublishers.noBody());
    }

    private static String letter(String id) {
        return LETTERS + "/" + id;
    }

    private static java.util.List<String> ids(HttpResponse<String> page) {
        return body(page).path("items").findValuesAsString("id");
    }

    private String laidAside(String text) {
        return laidAside(PlainReports.text(text));
    }

    /** Takes in a message that cannot be applied, and lets some time pass. */
    private String laidAside(ReceivedMessage message) {
        Outcome outcome = api.intake().accept(message);
        api.clock().pass(Duration.ofSeconds(1));
        return ((Outcome.LaidAside) outcome).deadLetter().toString();
    }

    private ReceivedMessage report(UUID order, String name) {
        return PlainReports.message(name, new OrderId(order), name, api.clock().instant());
    }
}
