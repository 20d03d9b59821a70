package dev.carddelivery.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.adapters.messaging.message.StructuredFormat;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A subscriber's server, which checks signatures with the library of Standard Webhooks and answers 204, or else 400.
 */
final class WebhookReceiver implements AutoCloseable {

    private static final String SUBSCRIBERS = "/api/v1/webhook-subscribers";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<Received> taken;
    private volatile Webhook secret;

    /**
     * What came.
     *
     * @param id its {@code webhook-id}
     * @param event what it holds
     */
    record Received(String id, CloudEvent event) {}

    /**
     * A receiver who is not known to anybody yet.
     *
     * @param taken takes what comes; where it throws, the answer is 500
     */
    WebhookReceiver(Consumer<Received> taken) throws IOException {
        this.taken = taken;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    /** Lets an operator subscribe this receiver to these types; answers the subscriber's id. */
    String subscribe(ApiClient operator, Iterable<String> types) throws Exception {
        ObjectNode wish = Sample.json("{}").put("url", url());
        types.forEach(wish.putArray("types")::add);
        JsonNode created = Sample.parsed(operator.post(SUBSCRIBERS, wish).body());
        secret = new Webhook(created.path("secret").stringValue());
        return created.path("subscriberId").stringValue();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(answer(exchange), -1);
        }
    }

    private int answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            secret.verify(new String(body, UTF_8), exchange.getRequestHeaders());
            taken.accept(new Received(
                    exchange.getRequestHeaders().getFirst("webhook-id"), new StructuredFormat().deserialize(body)));
            return 204;
        } catch (WebhookVerificationException e) {
            return 400;
        } catch (RuntimeException e) {
            return 500;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
