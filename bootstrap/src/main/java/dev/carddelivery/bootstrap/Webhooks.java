package dev.carddelivery.bootstrap;

import dev.carddelivery.adapters.http.Services;
import dev.carddelivery.adapters.http.request.WebhookRules;
import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcWebhookDeliveries;
import dev.carddelivery.adapters.jdbc.JdbcWebhookSubscribers;
import dev.carddelivery.adapters.messaging.webhook.HttpWebhookSender;
import dev.carddelivery.adapters.messaging.webhook.WebhookPublisher;
import dev.carddelivery.adapters.messaging.webhook.WebhookTypes;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.process.Relay;
import dev.carddelivery.application.process.RevisionTracker;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.webhook.RetrySchedule;
import dev.carddelivery.application.webhook.WebhookCleaning;
import dev.carddelivery.application.webhook.WebhookDesk;
import dev.carddelivery.application.webhook.WebhookDispatcher;
import dev.carddelivery.application.webhook.WebhookSecret;
import io.vavr.collection.Seq;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;

/** What webhooks that go out are made of. */
final class Webhooks {

    /** How late a delivery may be because nobody looked. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** How long a delivery can be read and replayed once it has come to its end. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Duration CLEANED_EVERY = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcWebhookSubscribers subscribers;
    private final JdbcWebhookDeliveries deliveries;
    private final HttpWebhookSender sender;
    private final InstantSource clock;

    Webhooks(Database database, WebhookSettings settings, InstantSource clock) {
        this.subscribers = new JdbcWebhookSubscribers(database);
        this.deliveries = new JdbcWebhookDeliveries(database);
        this.sender = new HttpWebhookSender(settings.privateAllowed());
        this.clock = clock;
    }

    /** Makes deliveries of what happens; costs nothing as long as nobody wants any. */
    Consumer<Seq<RecordedEvent>> relay(OrderStore store) {
        RevisionTracker relay =
                new RevisionTracker(store, new Relay(WebhookPublisher.ofNews(subscribers, deliveries, clock)));
        return events -> {
            if (subscribers.enabled().nonEmpty()) {
                relay.accept(events);
            }
        };
    }

    /** Sends requests once more that have no answer yet. */
    MessagePublisher reminders() {
        return WebhookPublisher.ofReminders(subscribers, deliveries, clock);
    }

    WebhookDispatcher dispatcher() {
        return new WebhookDispatcher(subscribers, deliveries, sender, RetrySchedule.STANDARD, clock, PAUSE);
    }

    WebhookCleaning cleaning() {
        return new WebhookCleaning(subscribers, deliveries, clock, KEPT, CLEANED_EVERY);
    }

    /** What operators need. */
    Services.Webhooks desk() {
        return new Services.Webhooks(
                subscribers,
                deliveries,
                new WebhookDesk(subscribers, deliveries, UUID::randomUUID, Webhooks::newSecret, clock),
                new WebhookRules(WebhookTypes.all(), sender::fault));
    }

    private static WebhookSecret newSecret() {
        byte[] key = new byte[WebhookSecret.USUAL];
        RANDOM.nextBytes(key);
        return new WebhookSecret(Bytes.of(key));
    }
}
