package dev.carddelivery.adapters.http.answer;

import static dev.carddelivery.adapters.http.answer.Json.word;

import dev.carddelivery.application.webhook.SigningSecrets.Retiring;
import dev.carddelivery.application.webhook.Subscriber;
import dev.carddelivery.application.webhook.WebhookAttempt;
import dev.carddelivery.application.webhook.WebhookAttempt.Answered;
import dev.carddelivery.application.webhook.WebhookAttempt.Unanswered;
import dev.carddelivery.application.webhook.WebhookDelivery;
import io.vavr.collection.Seq;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Webhooks as operators see them. */
public final class WebhookView {

    private WebhookView() {}

    /** A subscriber as they are now. */
    public static Reply subscriber(Subscriber subscriber, Instant now) {
        return reply(200, summary(subscriber, now));
    }

    /** A subscriber together with the secret that was made up for them just now; nobody is shown it again. */
    public static Reply withSecret(int status, Subscriber subscriber, Instant now) {
        return reply(
                status,
                summary(subscriber, now)
                        .put("secret", subscriber.secrets().current().reveal()));
    }

    /** A delivery with what was tried, the latest last. */
    public static Reply delivery(int status, WebhookDelivery delivery, Seq<WebhookAttempt> attempts) {
        ObjectNode json = summary(delivery);
        ArrayNode log = json.putArray("log");
        attempts.map(WebhookView::attempt).forEach(log::add);
        return reply(status, json);
    }

    /** A subscriber in a list. */
    static ObjectNode summary(Subscriber subscriber, Instant now) {
        ObjectNode json =
                Json.object().put("subscriberId", subscriber.id().toString()).put("url", subscriber.url());
        ArrayNode types = json.putArray("types");
        subscriber.types().names().toVector().sorted().forEach(types::add);
        return json.put("enabled", subscriber.isEnabled())
                .put("disabledReason", subscriber.disabled().map(Json::word).getOrNull())
                .put("createdAt", subscriber.createdAt().toString())
                .put(
                        "oldSecretValidUntil",
                        subscriber
                                .secrets()
                                .retiringAt(now)
                                .map(Retiring::until)
                                .map(Instant::toString)
                                .getOrNull());
    }

    /** A delivery in a list. What it holds is not shown: it may be personal, and the order tells it anyway. */
    static ObjectNode summary(WebhookDelivery delivery) {
        return Json.object()
                .put("deliveryId", delivery.id().toString())
                .put("subscriberId", delivery.subscriber().toString())
                .put("messageId", delivery.message().id().toString())
                .put("type", delivery.message().type())
                .put("orderId", delivery.message().orderId().value().toString())
                .put("state", word(delivery.state()))
                .put("createdAt", delivery.createdAt().toString())
                .put("attempts", delivery.attempts())
                .put("due", delivery.due().map(Instant::toString).getOrNull());
    }

    private static ObjectNode attempt(WebhookAttempt attempt) {
        ObjectNode json = Json.object()
                .put("at", attempt.at().toString())
                .put("tookMillis", attempt.took().toMillis());
        return switch (attempt.result()) {
            case Answered(int status) -> json.put("status", status).putNull("fault");
            case Unanswered(var fault) -> json.putNull("status").put("fault", word(fault));
        };
    }

    private static Reply reply(int status, ObjectNode json) {
        return Reply.json(status, Json.bytes(json)).with("Cache-Control", "no-store");
    }
}
