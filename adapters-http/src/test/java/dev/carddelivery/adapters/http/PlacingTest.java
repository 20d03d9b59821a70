package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.UnreliableStore.Mishap;
import io.vavr.collection.Vector;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class PlacingTest extends ApiTest {

    private static final String ORDERS = "/api/v1/orders";

    @Test
    void firstTime() {
        UUID id = UUID.randomUUID();
        HttpResponse<String> placed = anna.post(ORDERS, Sample.order(id));
        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(header(placed, "Location")).isEqualTo(order(id));
        assertThat(header(placed, "ETag")).isEqualTo("\"1\"");
        assertThat(header(placed, "Idempotent-Replayed")).isEmpty();
        assertThat(status(placed)).isEqualTo("verifying");
        assertThat(placed.body()).doesNotContain("Петров", "PETROV", "4510123456", "+7916");
    }

    @Test
    void fieldsAreAlwaysInTheSameOrder() {
        HttpResponse<String> placed = anna.post(ORDERS, Sample.order());
        assertThat(body(placed).propertyNames())
                .containsExactly(
                        "orderId",
                        "status",
                        "version",
                        "since",
                        "purpose",
                        "card",
                        "requirements",
                        "nextStep",
                        "allowedActions",
                        "editableUntil",
                        "delivery",
                        "attention",
                        "reason",
                        "assertedBy",
                        "links");
    }

    @Test
    void sameContentAgainGetsTheFirstAnswer() {
        UUID id = UUID.randomUUID();
        HttpResponse<String> first = anna.post(ORDERS, Sample.order(id));
        api.approve(id);
        api.clock().pass(Duration.ofDays(40)); // the slot is long past
        HttpResponse<String> again = anna.post("/createOrder", Sample.order(id));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(header(again, "Location")).isEqualTo(header(first, "Location"));
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void spellingIsNoContent() {
        UUID id = UUID.randomUUID();
        HttpResponse<String> first = anna.post(ORDERS, Sample.order(id));
        ObjectNode respelled = Sample.order(id).put("timestamp", "2030-01-01T00:00:00+03:00");
        respelled.set("ligalInfo", respelled.remove("legalInfo"));
        Sample.at(respelled, "/cardInfo").remove("design");
        respelled.put("orderId", id.toString().toUpperCase(java.util.Locale.ROOT));
        HttpResponse<String> again = anna.post(ORDERS, respelled);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void otherContentUnderTheSameName() {
        UUID id = UUID.randomUUID();
        anna.post(ORDERS, Sample.order(id));
        ObjectNode other = Sample.order(id);
        Sample.at(other, "/userInfo").put("phone", "+79160000000");
        HttpResponse<String> refused = anna.post(ORDERS, other);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("idempotency-key-reused");
    }

    @Test
    void somebodyElsesOrderId() {
        UUID id = UUID.randomUUID();
        anna.post(ORDERS, Sample.order(id));
        HttpResponse<String> refused = api.customer("boris").post(ORDERS, Sample.order(id));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("order-id-unavailable");
        assertThat(refused.body()).doesNotContain("verifying", "anna");
    }

    @Test
    void aKeyNamesAnOrder() {
        HttpResponse<String> first = anna.post(ORDERS, Sample.nameless(), "Idempotency-Key", "order-1");
        HttpResponse<String> again = anna.post(ORDERS, Sample.nameless(), "Idempotency-Key", "\"order-1\"");
        HttpResponse<String> other = anna.post(ORDERS, Sample.nameless(), "Idempotency-Key", "order-2");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        assertThat(header(other, "Location")).isNotEqualTo(header(first, "Location"));
        assertThat(UUID.fromString(body(first).path("orderId").asString()).version())
                .isEqualTo(8);
    }

    @Test
    void keysOfDifferentCallersNeverMeet() {
        HttpResponse<String> annas = anna.post(ORDERS, Sample.nameless(), "Idempotency-Key", "k");
        HttpResponse<String> boriss = api.customer("boris").post(ORDERS, Sample.nameless(), "Idempotency-Key", "k");
        assertThat(boriss.statusCode()).isEqualTo(201);
        assertThat(header(boriss, "Location")).isNotEqualTo(header(annas, "Location"));
    }

    @Test
    void orderIdRulesOverTheKey() {
        UUID id = UUID.randomUUID();
        HttpResponse<String> placed = anna.post(ORDERS, Sample.order(id), "Idempotency-Key", "k");
        assertThat(header(placed, "Location")).isEqualTo(order(id));
    }

    @Test
    void noNameAtAll() {
        HttpResponse<String> refused = anna.post(ORDERS, Sample.nameless());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(problem(refused)).isEqualTo("idempotency-key-missing");
    }

    @Test
    void unreadableKeys() {
        for (String key : new String[] {"", "\"\"", "two words", "\"open", "a\"b", "x".repeat(256)}) {
            HttpResponse<String> refused = anna.post(ORDERS, Sample.nameless(), "Idempotency-Key", key);
            assertThat(problem(refused)).as(key).isEqualTo("bad-request");
        }
    }

    @Test
    void whatWasRefusedIsNotRemembered() {
        UUID id = UUID.randomUUID();
        ObjectNode wrong = Sample.order(id);
        Sample.at(wrong, "/cardInfo").put("embossingName", "Иван");
        assertThat(anna.post(ORDERS, wrong).statusCode()).isEqualTo(422);
        assertThat(api.anybody().post(ORDERS, Sample.order(id)).statusCode()).isEqualTo(401);
        assertThat(anna.post(ORDERS, Sample.order(id)).statusCode()).isEqualTo(201);
    }

    @Test
    void theLostAnswer() {
        UUID id = UUID.randomUUID();
        api.store().next(Mishap.ANSWER_LOST);
        HttpResponse<String> lost = anna.post(ORDERS, Sample.order(id));
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(header(lost, "Retry-After")).isEqualTo("2");
        HttpResponse<String> again = anna.post(ORDERS, Sample.order(id));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void aHundredAtOnceMakeOneOrder() throws Exception {
        ObjectNode order = Sample.order();
        ApiClient client = anna;
        Vector<HttpResponse<String>> answers = Simultaneously.run(100, number -> () -> client.post(ORDERS, order));
        assertThat(answers.map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(answers.map(HttpResponse::statusCode).distinct()).containsExactly(201);
        assertThat(answers.filter(
                        answer -> header(answer, "Idempotent-Replayed").isEmpty()))
                .hasSize(1);
    }

    @Test
    void onlyCustomersPlaceOrders() {
        HttpResponse<String> refused = api.operator().post(ORDERS, Sample.order());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(problem(refused)).isEqualTo("forbidden");
    }
}
