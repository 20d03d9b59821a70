package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.Sample;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RedirectingTest extends ApiTest {

    private static final JsonNode THERE = Sample.json("{'deliveryInfo':{'method':'courier','address':{'country':'RU',"
            + "'postalCode':'190000','region':'Санкт-Петербург','city':'Санкт-Петербург',"
            + "'street':'Невский проспект','house':'28'},'comment':'со двора'}}");

    private UUID id;
    private String path;

    @BeforeEach
    void place() {
        id = api.placed();
        path = order(id) + "/redirect";
    }

    @Test
    void theParcelGoesThere() {
        underWay();

        HttpResponse<String> redirected = api.operator().post(path, THERE);

        assertThat(redirected.statusCode()).isEqualTo(200);
        assertThat(status(redirected)).isEqualTo("produced");
        assertThat(body(anna.get(order(id))).path("deliveryInfo")).isEqualTo(THERE.path("deliveryInfo"));
    }

    @Test
    void onlyWhatIsUnderWay() {
        HttpResponse<String> early = api.operator().post(path, THERE);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(problem(early)).isEqualTo("order-not-redirectable");

        api.deliver(id);
        assertThat(problem(api.operator().post(path, THERE))).isEqualTo("order-not-redirectable");
    }

    @Test
    void onlyBySupport() {
        underWay();
        assertThat(anna.post(path, THERE).statusCode()).isEqualTo(403);
        assertThat(api.operator()
                        .post(order(UUID.randomUUID()) + "/redirect", THERE)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyToAWholePlace() {
        underWay();
        HttpResponse<String> refused = api.operator()
                .post(path, Sample.json("{'deliveryInfo':{'method':'drone','address':{'city':'Тверь'}},'who':1}"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(errors(refused)).contains("/deliveryInfo/method unknown-value", "/who unknown-field");
        assertThat(errors(api.operator().post(path, Sample.json("{}")))).isEqualTo("/deliveryInfo required");
    }

    @Test
    void aNamedRedirectionIsMadeOnce() {
        underWay();
        HttpResponse<String> first = api.operator().post(path, THERE, "Idempotency-Key", "r");
        HttpResponse<String> again = api.operator().post(path, THERE, "Idempotency-Key", "r");
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.operator().post(path, THERE, "If-Match", "\"1\"").statusCode())
                .isEqualTo(412);
    }

    private void underWay() {
        api.approve(id);
        api.produce(id);
    }
}
