package dev.carddelivery.application.port;

import dev.carddelivery.application.webhook.WebhookAttempt.Result;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookSecret;
import io.vavr.collection.Seq;
import java.time.Instant;

/** Sends deliveries over the network. */
@FunctionalInterface
public interface WebhookSender {

    /**
     * Sends a delivery once. Total: whatever goes wrong is in the result, and nothing takes longer than some seconds.
     *
     * @param url where to
     * @param secrets what to sign it with
     * @param now the moment that the signature names
     */
    Result send(String url, Seq<WebhookSecret> secrets, WebhookDelivery delivery, Instant now);
}
