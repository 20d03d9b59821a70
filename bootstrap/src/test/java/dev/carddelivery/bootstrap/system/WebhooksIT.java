package dev.carddelivery.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.PartnerClient;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.webhook.WebhookSecret;
import dev.carddelivery.bootstrap.system.WebhookReceiver.Received;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Webhooks of the whole program: settings, tables, relay, dispatcher and API together. */
@Timeout(60)
class WebhooksIT {

    private static final String PLACED = "dev.carddelivery.order.placed.v1";

    private final WebhookSecret courier = WebhookSamples.newSecret();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private Installation installation;
    private Copy copy;
    private ApiClient operator;

    @BeforeEach
    void open() {
        installation = Installation.with(Map.of(
                "DEMO_DAY",
                Installation.LONG_DAY.toString(),
                "WEBHOOK_ALLOW_PRIVATE",
                "true",
                "WEBHOOK_SECRETS_COURIER",
                courier.reveal()));
        copy = installation.start();
        operator = copy.operator();
    }

    @AfterEach
    void close() throws Exception {
        installation.close();
    }

    @Test
    void whoIsSilentHoldsNobodyElseUpAndADeliveryCanBeReplayed() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WebhookReceiver receiver = new WebhookReceiver(received::add)) {
            operator.post(
                    "/api/v1/webhook-subscribers",
                    Sample.json("{'url':'http://127.0.0.1:" + silent.getLocalPort() + "','types':['*']}"));
            String subscriber = receiver.subscribe(operator, List.of(PLACED));

            UUID order = copy.customer("anna").order();
            Received news = received.poll(10, TimeUnit.SECONDS);
            assertThat(news.event().getType()).isEqualTo(PLACED);
            assertThat(news.event().getSubject()).isEqualTo(order.toString());

            String path = "/api/v1/webhook-deliveries/" + news.id();
            await().untilAsserted(() -> assertThat(
                            json(operator.get(path)).path("state").stringValue())
                    .isEqualTo("delivered"));
            assertThat(json(operator.get(path)).at("/log/0/status").intValue()).isEqualTo(204);
            assertThat(json(operator.get("/api/v1/webhook-subscribers/" + subscriber + "/deliveries"))
                            .at("/items/0/deliveryId")
                            .stringValue())
                    .isEqualTo(news.id());

            operator.send("POST", path + "/replay", BodyPublishers.noBody());
            assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo(news);
        }
    }

    @Test
    void whoeverSubscribesFindsTheContractOfAllMessages() {
        String contract = copy.anybody().get("/asyncapi.yaml").body();
        List<String> schemas = Pattern.compile("\\bschemas/[a-z0-9.-]+\\.json")
                .matcher(contract)
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(schemas).hasSizeGreaterThan(40).contains("schemas/order.placed.v1.json");
        assertThat(schemas)
                .allSatisfy(schema -> assertThat(json(copy.anybody().get("/" + schema))
                                .path("$schema")
                                .stringValue())
                        .contains("json-schema.org"));
    }

    @Test
    void whatFailedOnceComesAgain() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        try (WebhookReceiver receiver = new WebhookReceiver(news -> {
            if (failures.getAndIncrement() == 0) {
                throw new IllegalStateException("Not now");
            }
            received.add(news);
        })) {
            receiver.subscribe(operator, List.of(PLACED));
            copy.customer("anna").order();

            Received news = received.poll(20, TimeUnit.SECONDS);

            await().untilAsserted(() -> assertThat(json(operator.get("/api/v1/webhook-deliveries/" + news.id()))
                            .path("log")
                            .findValuesAsString("status"))
                    .containsExactly("500", "204"));
        }
    }

    @Test
    void ofTwoCopiesOneTells() throws Exception {
        installation.start();
        try (WebhookReceiver receiver = new WebhookReceiver(received::add)) {
            receiver.subscribe(operator, List.of(PLACED));
            // One after the other: among orders there is no order in which they are told.
            for (int i = 0; i < 2; i++) {
                UUID order = copy.customer("anna").order();
                assertThat(received.poll(20, TimeUnit.SECONDS).event().getSubject())
                        .isEqualTo(order.toString());
            }
        }
    }

    @Test
    void aPartnerCannotReportForAnother() {
        UUID order = copy.customer("anna").order();
        PartnerClient client = new PartnerClient(copy.anybody(), courier);

        HttpResponse<String> answer = client.report("""
                {"specversion":"1.0","id":"1","source":"courier","type":"dev.carddelivery.identity.passed.v1",
                 "subject":"%s","time":"2026-11-22T10:15:30Z","datacontenttype":"application/json","data":{}}
                """.formatted(order), Instant.now());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("outcome").stringValue()).isEqualTo("laid_aside");
        assertThat(json(answer).path("reason").stringValue()).isEqualTo("wrong_sender");
        assertThat(json(copy.customer("anna").look(order)).path("version").intValue())
                .isEqualTo(1);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Sample.parsed(answer.body());
    }
}
