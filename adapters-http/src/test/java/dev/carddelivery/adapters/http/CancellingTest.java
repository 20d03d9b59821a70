package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.BureauReport;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CancellingTest extends ApiTest {

    private static final JsonNode REASON = Sample.json("{'reason':'changed_my_mind'}");

    private UUID id;

    @BeforeEach
    void place() {
        id = api.placed();
    }

    @Test
    void freeBeforeProduction() {
        HttpResponse<String> cancelled = anna.post(order(id) + "/cancel", REASON);
        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(status(cancelled)).isEqualTo("cancelled");
        assertThat(body(cancelled).path("reason").asString()).isEqualTo("changed_my_mind");
        assertThat(body(cancelled).path("allowedActions")).isEmpty();
    }

    @Test
    void againIsTheSame() {
        HttpResponse<String> cancelled = anna.post(order(id) + "/cancel", REASON);
        HttpResponse<String> again = anna.post("/cancelOrder/" + id, Sample.json("{'reason':'too_slow'}"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(cancelled.body());
    }

    @Test
    void lateItIsARecall() {
        api.approve(id);
        api.passDeadline(id);
        HttpResponse<String> recalling = anna.post(order(id) + "/cancel", REASON);
        assertThat(status(recalling)).isEqualTo("recalling");
        api.report(id, Actor.Role.BUREAU, new BureauReport.Stopped());
        HttpResponse<String> returned = anna.post(order(id) + "/cancel", REASON);
        assertThat(status(returned)).isEqualTo("returned");
        assertThat(body(returned).path("reason").asString()).isEqualTo("changed_my_mind");
    }

    @Test
    void notOnceDelivered() {
        api.deliver(id);
        HttpResponse<String> refused = anna.post(order(id) + "/cancel", REASON);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("order-not-cancellable");
    }

    @Test
    void forAReasonOfTheList() {
        HttpResponse<String> refused = anna.post(order(id) + "/cancel", Sample.json("{'reason':'bored'}"));
        assertThat(errors(refused)).isEqualTo("/reason unknown-value");
        assertThat(errors(anna.post(order(id) + "/cancel", Sample.json("{}")))).isEqualTo("/reason required");
        assertThat(errors(anna.post(order(id) + "/cancel", Sample.json("{'reason':1,'why':2}"))))
                .isEqualTo("/reason wrong-type\n/why unknown-field");
    }

    @Test
    void onlyForTheVersionThatIsMeant() {
        HttpResponse<String> refused = anna.post(order(id) + "/cancel", REASON, "If-Match", "\"9\"");
        assertThat(refused.statusCode()).isEqualTo(412);
    }

    @Test
    void aNamedCancellationIsMadeOnce() {
        HttpResponse<String> first = anna.post(order(id) + "/cancel", REASON, "Idempotency-Key", "c");
        HttpResponse<String> again = anna.post(order(id) + "/cancel", REASON, "Idempotency-Key", "c");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        HttpResponse<String> reused =
                anna.post(order(id) + "/cancel", Sample.json("{'reason':'other'}"), "Idempotency-Key", "c");
        assertThat(problem(reused)).isEqualTo("idempotency-key-reused");
    }

    @Test
    void supportCancelsForTheCustomer() {
        HttpResponse<String> cancelled = api.operator().post(order(id) + "/cancel", REASON);
        assertThat(body(cancelled).path("assertedBy").asString()).isEqualTo("support");
    }

    @Test
    void anothersOrderDoesNotExist() {
        HttpResponse<String> refused = api.customer("boris").post(order(id) + "/cancel", REASON);
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body())
                .isEqualTo(api.customer("boris")
                        .post(order(UUID.randomUUID()) + "/cancel", REASON)
                        .body()
                        .replaceAll("orders/[0-9a-f-]{36}", "orders/" + id));
    }
}
