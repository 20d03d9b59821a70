package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.Slice;
import dev.carddelivery.application.port.WebhookDeliveries;
import dev.carddelivery.application.webhook.WebhookAttempt;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookDelivery.State;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.UUID;

/** Deliveries in memory. */
public final class InMemoryWebhookDeliveries implements WebhookDeliveries {

    private Map<UUID, WebhookDelivery> deliveries = LinkedHashMap.empty();
    private Map<UUID, Vector<WebhookAttempt>> attempts = LinkedHashMap.empty();

    @Override
    public synchronized void add(Seq<WebhookDelivery> added) {
        added.reject(each -> deliveries.containsKey(each.id())).forEach(this::put);
    }

    @Override
    public synchronized void addAgain(Seq<WebhookDelivery> added) {
        added.forEach(each -> put(deliveries
                .get(each.id())
                .map(known -> known.state() == State.PENDING ? known : known.replayed(each.createdAt()))
                .getOrElse(each)));
    }

    @Override
    public synchronized Set<UUID> awaited(Instant now) {
        return deliveries
                .values()
                .filter(each -> isDue(each, now))
                .map(WebhookDelivery::subscriber)
                .toSet();
    }

    @Override
    public synchronized Seq<WebhookDelivery> due(UUID subscriber, Instant now, int limit) {
        return of(subscriber)
                .filter(each -> isDue(each, now))
                .sortBy(each -> each.due().get())
                .take(limit);
    }

    @Override
    public synchronized void attempted(UUID id, WebhookAttempt attempt, WebhookDelivery.Next next) {
        deliveries.get(id).forEach(delivery -> {
            put(delivery.attempted(next));
            attempts = attempts.put(id, all(id).append(attempt));
        });
    }

    @Override
    public synchronized Option<WebhookDelivery> find(UUID id) {
        return deliveries.get(id);
    }

    @Override
    public synchronized Slice<WebhookDelivery> list(
            UUID subscriber, Option<State> state, Option<String> cursor, int limit) {
        return Position.slice(
                of(subscriber).filter(each -> state.forAll(wanted -> each.state() == wanted)),
                each -> new Position(each.createdAt(), each.id().toString()),
                Position.NEWEST_FIRST,
                cursor,
                limit);
    }

    @Override
    public synchronized Seq<WebhookAttempt> attempts(UUID id, int limit) {
        return all(id).takeRight(limit);
    }

    @Override
    public synchronized Option<WebhookDelivery> replay(UUID id, Instant now) {
        Option<WebhookDelivery> replayed = find(id).map(delivery -> delivery.replayed(now));
        replayed.forEach(this::put);
        return replayed;
    }

    @Override
    public synchronized Set<UUID> subscribers() {
        return deliveries.values().map(WebhookDelivery::subscriber).toSet();
    }

    @Override
    public synchronized int forgetAllOf(UUID subscriber, int limit) {
        return forget(of(subscriber).take(limit));
    }

    @Override
    public synchronized int forgetBefore(Instant moment, int limit) {
        Seq<WebhookDelivery> old = deliveries
                .values()
                .filter(each ->
                        each.state() != State.PENDING && each.createdAt().isBefore(moment))
                .take(limit);
        return forget(old);
    }

    private int forget(Seq<WebhookDelivery> forgotten) {
        deliveries = deliveries.removeAll(forgotten.map(WebhookDelivery::id));
        attempts = attempts.removeAll(forgotten.map(WebhookDelivery::id));
        return forgotten.size();
    }

    private Seq<WebhookDelivery> of(UUID subscriber) {
        return deliveries.values().filter(each -> each.subscriber().equals(subscriber));
    }

    private Vector<WebhookAttempt> all(UUID id) {
        return attempts.getOrElse(id, Vector.empty());
    }

    private void put(WebhookDelivery delivery) {
        deliveries = deliveries.put(delivery.id(), delivery);
    }

    private static boolean isDue(WebhookDelivery delivery, Instant now) {
        return delivery.due().exists(due -> !due.isAfter(now));
    }
}
