package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.application.Samples;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ActivatingTest extends ApiTest {

    private static final JsonNode RIGHT = Sample.json("{}").put("last4", Samples.PROOF.value());
    private static final JsonNode WRONG = Sample.json("{}").put("last4", Samples.WRONG_PROOF.value());

    private UUID id;

    @BeforeEach
    void place() {
        id = api.placed();
    }

    private HttpResponse<String> activate(JsonNode proof, String... headers) {
        return anna.post(order(id) + "/activate", proof, headers);
    }

    @Test
    void withTheRightProof() {
        api.deliver(id);
        HttpResponse<String> active = activate(RIGHT);
        assertThat(active.statusCode()).isEqualTo(200);
        assertThat(status(active)).isEqualTo("active");
        assertThat(body(active).path("nextStep").isNull()).isTrue();
        assertThat(activate(RIGHT).body()).isEqualTo(active.body());
    }

    @Test
    void notBeforeDelivery() {
        HttpResponse<String> refused = activate(RIGHT);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("order-not-activatable");
        assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void aWrongProofIsRecorded() {
        api.deliver(id);
        int before = api.revision(id).version();
        HttpResponse<String> refused = activate(WRONG);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("wrong-proof");
        assertThat(api.revision(id).version()).isEqualTo(before + 1);
    }

    @Test
    void aRepeatUnderTheSameNameIsNoFurtherTry() {
        api.deliver(id);
        HttpResponse<String> refused = activate(WRONG, "Idempotency-Key", "try-1");
        int version = api.revision(id).version();
        HttpResponse<String> again = activate(WRONG, "Idempotency-Key", "try-1");
        assertThat(again.body()).isEqualTo(refused.body());
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        assertThat(api.revision(id).version()).isEqualTo(version);
    }

    @Test
    void fiveWrongProofsLockIt() {
        api.deliver(id);
        for (int i = 0; i < 5; i++) {
            assertThat(problem(activate(WRONG))).isEqualTo("wrong-proof");
        }
        HttpResponse<String> locked = activate(RIGHT);
        assertThat(locked.statusCode()).isEqualTo(409);
        assertThat(problem(locked)).isEqualTo("activation-locked");
        assertThat(header(locked, "Retry-After")).isEqualTo("86400");
        assertThat(body(anna.get(order(id) + "/status")).at("/attention/reason").asString())
                .isEqualTo("wrong_proof");
        api.clock().pass(Duration.ofHours(24).minusMillis(1));
        assertThat(header(activate(RIGHT), "Retry-After")).isEqualTo("1");
        api.clock().pass(Duration.ofMillis(1));
        assertThat(status(activate(RIGHT))).isEqualTo("active");
    }

    @Test
    void theProofHasFourDigits() {
        assertThat(errors(activate(Sample.json("{'last4':'12a4'}")))).isEqualTo("/last4 last4");
        assertThat(errors(activate(Sample.json("{'last4':4242}")))).isEqualTo("/last4 wrong-type");
    }

    @Test
    void onlyByTheCustomer() {
        api.deliver(id);
        assertThat(api.operator().post(order(id) + "/activate", RIGHT).statusCode())
                .isEqualTo(403);
        assertThat(api.customer("boris").post(order(id) + "/activate", RIGHT).statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyForTheVersionThatIsMeant() {
        api.deliver(id);
        assertThat(activate(RIGHT, "If-Match", "\"1\"").statusCode()).isEqualTo(412);
    }
}
