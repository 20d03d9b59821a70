package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.adapters.http.testing.TestApi;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A running API for each test, and words in which to talk about its answers. */
abstract class ApiTest {

    protected TestApi api;
    protected ApiClient anna;

    @BeforeEach
    void start() {
        api = TestApi.start();
        anna = api.anna();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    static String order(UUID id) {
        return "/api/v1/orders/" + id;
    }

    static JsonNode body(HttpResponse<String> answer) {
        return Sample.parsed(answer.body());
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The problem's code; empty where the answer is no problem. */
    static String problem(HttpResponse<String> answer) {
        return body(answer).path("type").asString("").replace("/problems/", "");
    }

    static String status(HttpResponse<String> answer) {
        return body(answer).path("status").asString("");
    }

    /** What is wrong with which field, as {@code pointer code} lines. */
    static String errors(HttpResponse<String> answer) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode error : body(answer).path("errors")) {
            lines.append(error.path("pointer").asString())
                    .append(' ')
                    .append(error.path("code").asString())
                    .append('\n');
        }
        return lines.toString().strip();
    }
}
