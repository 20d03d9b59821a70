package dev.carddelivery.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.Sample;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A customer who talks to one copy of the program. */
record Customer(ApiClient api) {

    static final String ORDERS = "/api/v1/orders";

    /** The sample, to be delivered next week. */
    static ObjectNode wish(UUID id) {
        ObjectNode wish = Sample.order(id);
        Sample.at(wish, "/deliveryInfo/slot")
                .put("date", LocalDate.now(ZoneOffset.UTC).plusWeeks(1).toString());
        return wish;
    }

    static String path(UUID id) {
        return ORDERS + "/" + id;
    }

    static JsonNode body(HttpResponse<String> answer) {
        return Sample.parsed(answer.body());
    }

    static String status(HttpResponse<String> answer) {
        return body(answer).path("status").stringValue();
    }

    static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    static boolean replayed(HttpResponse<String> answer) {
        return answer.headers().firstValue("Idempotent-Replayed").isPresent();
    }

    /** The code of the problem in an answer. */
    static String problem(HttpResponse<String> answer) {
        return body(answer).path("type").stringValue().replace("/problems/", "");
    }

    HttpResponse<String> order(JsonNode wish, String... headers) {
        return api.post(ORDERS, wish, headers);
    }

    /** Orders the sample card. */
    UUID order() {
        UUID id = UUID.randomUUID();
        assertThat(order(wish(id)).statusCode()).isEqualTo(201);
        return id;
    }

    HttpResponse<String> look(UUID id, String... headers) {
        return api.get(path(id) + "/status", headers);
    }

    /** Asks for a card with another picture. */
    HttpResponse<String> redesign(UUID id, String design, String... headers) {
        ObjectNode patch = Sample.json("{'cardInfo':{}}");
        Sample.at(patch, "/cardInfo").put("design", design);
        return api.patch(path(id), patch, headers);
    }

    HttpResponse<String> cancel(UUID id) {
        return api.post(path(id) + "/cancel", Sample.json("{'reason':'changed_my_mind'}"));
    }

    HttpResponse<String> activate(UUID id, String last4) {
        return api.post(path(id) + "/activate", Sample.json("{}").put("last4", last4));
    }

    /** Waits for a status by long polling; fails when half a minute goes by without any change. */
    HttpResponse<String> await(UUID id, String status) {
        HttpResponse<String> seen = look(id);
        while (!status(seen).equals(status)) {
            HttpResponse<String> next = look(id, "If-None-Match", etag(seen), "Prefer", "wait=25");
            assertThat(next.statusCode())
                    .as("Waiting for %s after %s", status, seen.body())
                    .isEqualTo(200);
            seen = next;
        }
        return seen;
    }
}
