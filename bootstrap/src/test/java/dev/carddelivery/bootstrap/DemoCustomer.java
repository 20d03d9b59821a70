package dev.carddelivery.bootstrap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** A customer of a demo that runs on this machine. Threads may share one; each call has a connection to itself. */
public final class DemoCustomer implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final String token;

    /** The same customer each time, with a new token. */
    public DemoCustomer(int port) throws IOException, InterruptedException {
        this(port, "anna");
    }

    /** The customer of this name, with a new token. */
    public DemoCustomer(int port, String name) throws IOException, InterruptedException {
        this.api = URI.create("http://127.0.0.1:" + port);
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/demo/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"subject\":\"" + name + "\",\"role\":\"customer\"}"))
                .build();
        this.token = http.send(request, BodyHandlers.ofString()).body().replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
    }

    /** What proves who it is, for those who have connections of their own. */
    public String token() {
        return token;
    }

    /** createOrder. */
    public HttpResponse<String> place(UUID orderId) throws IOException, InterruptedException {
        return send(request("/api/v1/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order(orderId))));
    }

    /** getOrderStatusById. */
    public HttpResponse<String> status(UUID orderId) throws IOException, InterruptedException {
        return send(request("/api/v1/orders/" + orderId + "/status"));
    }

    /** cancelOrder. */
    public HttpResponse<String> cancel(UUID orderId) throws IOException, InterruptedException {
        return send(request("/api/v1/orders/" + orderId + "/cancel")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reason\":\"changed_my_mind\"}")));
    }

    /** createOrder's body, the same for the same id. */
    public static String order(UUID orderId) {
        return """
                {"orderId":"%s",
                 "cardInfo":{"cardType":"credit","paymentSystem":"MIR","embossingName":"IVAN PETROV","currency":"RUB","design":"classic"},
                 "userInfo":{"firstName":"Иван","lastName":"Петров","middleName":"Сергеевич","birthDate":"1990-04-12","phone":"+79161234567","email":"ivan@example.org"},
                 "legalInfo":{"citizenship":"RU","document":{"type":"passport","number":"4510123456","issuedOn":"2010-05-20","issuedBy":"ОВД Тверской"},"consents":["personal_data","card_terms"]},
                 "deliveryInfo":{"method":"courier","address":{"country":"RU","postalCode":"125009","region":"Москва","city":"Москва","street":"Тверская","house":"7","apartment":"12"},"comment":"домофон 12"},
                 "timestamp":"2026-11-22T10:15:30Z"}""".formatted(orderId);
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
