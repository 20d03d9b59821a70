package dev.carddelivery.adapters.messaging.webhook;

import dev.carddelivery.adapters.messaging.message.MessageCodec;
import dev.carddelivery.adapters.messaging.message.StructuredFormat;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.port.WebhookDeliveries;
import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.webhook.Subscriber;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookMessage;
import io.cloudevents.CloudEvent;
import io.vavr.collection.Seq;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The way by webhook: each message becomes a delivery to everybody who wants messages of its type. */
public final class WebhookPublisher implements MessagePublisher {

    private static final StructuredFormat FORMAT = new StructuredFormat();

    private final WebhookSubscribers subscribers;
    private final Consumer<Seq<WebhookDelivery>> deliveries;
    private final InstantSource clock;

    private WebhookPublisher(
            WebhookSubscribers subscribers, Consumer<Seq<WebhookDelivery>> deliveries, InstantSource clock) {
        this.subscribers = subscribers;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** For what follows from the log: a message that is published again is not sent again. */
    public static WebhookPublisher ofNews(
            WebhookSubscribers subscribers, WebhookDeliveries deliveries, InstantSource clock) {
        return new WebhookPublisher(subscribers, deliveries::add, clock);
    }

    /** For reminders: a message that has arrived, or was given up, is sent once more. */
    public static WebhookPublisher ofReminders(
            WebhookSubscribers subscribers, WebhookDeliveries deliveries, InstantSource clock) {
        return new WebhookPublisher(subscribers, deliveries::addAgain, clock);
    }

    @Override
    public void publish(Seq<OutgoingMessage> messages) {
        Seq<Subscriber> told = subscribers.enabled();
        if (told.nonEmpty()) {
            Instant now = clock.instant();
            Seq<WebhookDelivery> all = messages.flatMap(message -> deliveries(message, told, now));
            if (all.nonEmpty()) {
                deliveries.accept(all);
            }
        }
    }

    private static Seq<WebhookDelivery> deliveries(OutgoingMessage message, Seq<Subscriber> told, Instant now) {
        CloudEvent event = MessageCodec.encode(message);
        WebhookMessage encoded =
                new WebhookMessage(message.id(), event.getType(), message.orderId(), Bytes.of(FORMAT.serialize(event)));
        return told.filter(subscriber -> subscriber.types().include(encoded.type()))
                .map(subscriber -> WebhookDelivery.of(encoded, subscriber.id(), now));
    }
}
