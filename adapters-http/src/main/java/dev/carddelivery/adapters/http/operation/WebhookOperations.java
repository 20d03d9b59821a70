package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.PageView;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.answer.WebhookView;
import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.request.PageQuery;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.adapters.http.request.SubscriberReader;
import dev.carddelivery.application.port.WebhookDeliveries;
import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.webhook.Subscriber;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookDelivery.State;
import dev.carddelivery.application.webhook.WebhookDesk;
import dev.carddelivery.application.webhook.WebhookDesk.Wish;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.UUID;

/** What operators do about webhooks: who is told, what has arrived, and what is sent again. */
public record WebhookOperations(
        WebhookSubscribers subscribers,
        WebhookDeliveries deliveries,
        WebhookDesk desk,
        SubscriberReader reader,
        InstantSource clock) {

    private static final int ATTEMPTS_SHOWN = 100;

    /** listWebhookSubscribers. */
    public Reply list(Request request) {
        return PageView.subscribers(PageQuery.of(request).in(subscribers::list), clock.instant());
    }

    /** createWebhookSubscriber. */
    public Reply create(Request request) {
        Wish wish = reader.registration(request.json());
        Subscriber subscriber = desk.register(
                wish.url().get(), wish.types().get(), wish.enabled().getOrElse(true));
        return WebhookView.withSecret(201, subscriber, clock.instant())
                .with("Location", "/api/v1/webhook-subscribers/" + subscriber.id());
    }

    /** getWebhookSubscriber. */
    public Reply read(Request request) {
        return reply(subscribers.find(subscriberId(request)));
    }

    /** updateWebhookSubscriber. */
    public Reply change(Request request) {
        UUID id = subscriberId(request);
        return reply(desk.change(id, reader.change(request.patch())));
    }

    /** deleteWebhookSubscriber. */
    public Reply remove(Request request) {
        if (!desk.remove(subscriberId(request))) {
            throw noSubscriber();
        }
        return Reply.empty(204);
    }

    /** rotateWebhookSecret. */
    public Reply rotateSecret(Request request) {
        Subscriber subscriber = found(desk.rotateSecret(subscriberId(request)));
        return WebhookView.withSecret(200, subscriber, clock.instant());
    }

    /** listWebhookDeliveries. */
    public Reply deliveries(Request request) {
        UUID subscriber = found(subscribers.find(subscriberId(request))).id();
        Option<State> state = request.query("state", State.class);
        return PageView.deliveries(
                PageQuery.of(request).in((cursor, limit) -> deliveries.list(subscriber, state, cursor, limit)));
    }

    /** getWebhookDelivery. */
    public Reply delivery(Request request) {
        return delivery(200, deliveries.find(deliveryId(request)));
    }

    /** replayWebhookDelivery. */
    public Reply replay(Request request) {
        return delivery(202, deliveries.replay(deliveryId(request), clock.instant()));
    }

    private Reply delivery(int status, Option<WebhookDelivery> found) {
        WebhookDelivery delivery = found.getOrElseThrow(
                () -> ProblemType.WEBHOOK_DELIVERY_NOT_FOUND.problem().exception());
        return WebhookView.delivery(status, delivery, deliveries.attempts(delivery.id(), ATTEMPTS_SHOWN));
    }

    private Reply reply(Option<Subscriber> subscriber) {
        return WebhookView.subscriber(found(subscriber), clock.instant());
    }

    private static Subscriber found(Option<Subscriber> subscriber) {
        return subscriber.getOrElseThrow(WebhookOperations::noSubscriber);
    }

    private static ProblemException noSubscriber() {
        return ProblemType.WEBHOOK_SUBSCRIBER_NOT_FOUND.problem().exception();
    }

    private static UUID subscriberId(Request request) {
        return request.id("subscriberId", ProblemType.WEBHOOK_SUBSCRIBER_NOT_FOUND);
    }

    private static UUID deliveryId(Request request) {
        return request.id("deliveryId", ProblemType.WEBHOOK_DELIVERY_NOT_FOUND);
    }
}
