package dev.carddelivery.adapters.messaging.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookSecret;
import io.vavr.collection.Seq;

/** What a delivery is signed with. */
final class Signature {

    private Signature() {}

    /**
     * The header {@code webhook-signature}: one signature for each secret.
     *
     * @param second the header {@code webhook-timestamp}, in seconds since 1970
     */
    static String of(WebhookDelivery delivery, long second, Seq<WebhookSecret> secrets) {
        String id = delivery.id().toString();
        String body = delivery.message().body().toText();
        return secrets.map(secret -> sign(secret, id, second, body)).mkString(" ");
    }

    private static String sign(WebhookSecret secret, String id, long second, String body) {
        try {
            return new Webhook(secret.key().toArray()).sign(id, second, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("No secret is empty, and every Java has HMAC-SHA256", e);
        }
    }
}
