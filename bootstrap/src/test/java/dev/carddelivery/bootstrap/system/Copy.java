package dev.carddelivery.bootstrap.system;

import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.Sample;
import java.net.URI;
import tools.jackson.databind.JsonNode;

/**
 * A running copy of the program.
 *
 * @param port where its API is, or a line that leads there
 */
record Copy(int port) {

    ApiClient anybody() {
        return ApiClient.at(URI.create("http://127.0.0.1:" + port));
    }

    Customer customer(String name) {
        return new Customer(caller(name, "customer"));
    }

    ApiClient operator() {
        return caller("olga", "operator");
    }

    private ApiClient caller(String subject, String role) {
        JsonNode wanted = Sample.json("{}").put("subject", subject).put("role", role);
        String token = Sample.parsed(anybody().post("/demo/tokens", wanted).body())
                .path("token")
                .stringValue();
        return anybody().as(token);
    }
}
