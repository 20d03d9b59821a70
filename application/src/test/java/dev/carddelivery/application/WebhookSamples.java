package dev.carddelivery.application;

import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.webhook.MessageTypes;
import dev.carddelivery.application.webhook.SigningSecrets;
import dev.carddelivery.application.webhook.Subscriber;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookMessage;
import dev.carddelivery.application.webhook.WebhookSecret;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.control.Option;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** What the tests of webhooks need beside {@link Samples}. */
public final class WebhookSamples {

    /** A type of message. */
    public static final String PLACED = "dev.carddelivery.order.placed.v1";

    private static final SecureRandom RANDOM = new SecureRandom();

    private WebhookSamples() {}

    /** A secret that nobody used before. */
    public static WebhookSecret newSecret() {
        byte[] key = new byte[WebhookSecret.USUAL];
        RANDOM.nextBytes(key);
        return new WebhookSecret(Bytes.of(key));
    }

    /** A new subscriber to everything. */
    public static Subscriber subscriber(String url, Instant createdAt) {
        return new Subscriber(
                UUID.randomUUID(), url, MessageTypes.ALL, SigningSecrets.first(newSecret()), createdAt, Option.none());
    }

    /** A new subscriber to everything. */
    public static Subscriber subscriber() {
        return subscriber("https://hooks.example.org/cards", Samples.MORNING);
    }

    /** A message about an order. */
    public static WebhookMessage message(OrderId order) {
        UUID id = UUID.randomUUID();
        return new WebhookMessage(id, PLACED, order, Bytes.of("{\"id\":\"" + id + "\",\"who\":\"Анна\"}"));
    }

    /** A new message for a subscriber. */
    public static WebhookDelivery delivery(UUID subscriber, Instant now) {
        return WebhookDelivery.of(message(Samples.newOrderId()), subscriber, now);
    }
}
