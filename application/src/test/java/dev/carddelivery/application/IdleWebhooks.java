package dev.carddelivery.application;

import dev.carddelivery.application.port.Slice;
import dev.carddelivery.application.port.WebhookDeliveries;
import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.webhook.Subscriber;
import dev.carddelivery.application.webhook.WebhookAttempt;
import dev.carddelivery.application.webhook.WebhookDelivery;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Adapters for webhooks that do nothing. */
final class IdleWebhooks {

    private IdleWebhooks() {}

    record NobodyIsTold() implements WebhookSubscribers {

        @Override
        public void add(Subscriber subscriber) {}

        @Override
        public Option<Subscriber> find(UUID id) {
            return Option.none();
        }

        @Override
        public Seq<Subscriber> enabled() {
            return List.empty();
        }

        @Override
        public Option<Subscriber> enabled(UUID id) {
            return Option.none();
        }

        @Override
        public Slice<Subscriber> list(Option<String> cursor, int limit) {
            return new Slice<>(List.empty(), Option.none());
        }

        @Override
        public Option<Subscriber> change(UUID id, UnaryOperator<Subscriber> change) {
            return Option.none();
        }

        @Override
        public boolean remove(UUID id) {
            return false;
        }
    }

    record NothingIsSent() implements WebhookDeliveries {

        @Override
        public void add(Seq<WebhookDelivery> deliveries) {}

        @Override
        public void addAgain(Seq<WebhookDelivery> deliveries) {}

        @Override
        public Set<UUID> awaited(Instant now) {
            return HashSet.empty();
        }

        @Override
        public Seq<WebhookDelivery> due(UUID subscriber, Instant now, int limit) {
            return List.empty();
        }

        @Override
        public void attempted(UUID id, WebhookAttempt attempt, WebhookDelivery.Next next) {}

        @Override
        public Option<WebhookDelivery> find(UUID id) {
            return Option.none();
        }

        @Override
        public Slice<WebhookDelivery> list(
                UUID subscriber, Option<WebhookDelivery.State> state, Option<String> cursor, int limit) {
            return new Slice<>(List.empty(), Option.none());
        }

        @Override
        public Seq<WebhookAttempt> attempts(UUID id, int limit) {
            return List.empty();
        }

        @Override
        public Option<WebhookDelivery> replay(UUID id, Instant now) {
            return Option.none();
        }

        @Override
        public Set<UUID> subscribers() {
            return HashSet.empty();
        }

        @Override
        public int forgetAllOf(UUID subscriber, int limit) {
            return 0;
        }

        @Override
        public int forgetBefore(Instant moment, int limit) {
            return 0;
        }
    }
}
