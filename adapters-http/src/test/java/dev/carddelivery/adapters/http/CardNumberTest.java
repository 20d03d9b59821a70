package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.Sample;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CardNumberTest extends ApiTest {

    private static final String NUMBER = "4111111111111111";

    private void assertRefusedUnseen(HttpResponse<String> refused, String pointer) {
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("card-number-not-accepted");
        assertThat(errors(refused)).isEqualTo((pointer + " card-number").strip());
        assertThat(refused.body()).doesNotContain("1111");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'comment':'4111111111111111'",
                "'comment':'my card is 4111 1111 1111 1111, ok?'",
                "'comment':'4111-1111-1111-1111'",
                "'comment':'\\u0034111111111111111'",
                "'comment':4111111111111111",
                "'comment':4.111111111111111e15",
                "'comment':[{'deep':['4111111111111111']}]"
            })
    void anywhereInTheBody(String field) {
        String body = ("{'deliveryInfo':{" + field + "}}").replace('\'', '"');
        HttpResponse<String> refused =
                anna.send("POST", "/api/v1/orders", BodyPublishers.ofString(body), "Content-Type", "application/json");
        String inside = field.contains("deep") ? "/0/deep/0" : "";
        assertRefusedUnseen(refused, "/deliveryInfo/comment" + inside);
    }

    @Test
    void asTheNameOfAField() {
        ObjectNode order = Sample.order();
        Sample.at(order, "/cardInfo").put(NUMBER, true);
        assertRefusedUnseen(anna.post("/api/v1/orders", order), "/cardInfo");
        assertRefusedUnseen(anna.post("/api/v1/orders", Sample.json("{}").put(NUMBER, 1)), "");
    }

    @Test
    void inEveryOperationWithABody() {
        String order = order(api.placed());
        ObjectNode body = Sample.json("{}").put("x", NUMBER);
        assertRefusedUnseen(anna.patch(order, body), "/x");
        assertRefusedUnseen(anna.post(order + "/cancel", body), "/x");
        assertRefusedUnseen(anna.post(order + "/activate", body), "/x");
        assertRefusedUnseen(api.anybody().post("/demo/tokens", body), "/x");
    }

    @Test
    void anOrderIdMayLookLikeOne() {
        UUID looksLikeOne = UUID.fromString("aaaaaaaa-aaaa-aaaa-4111-111111111111");
        assertThat(anna.post("/api/v1/orders", Sample.order(looksLikeOne)).statusCode())
                .isEqualTo(201);
    }
}
