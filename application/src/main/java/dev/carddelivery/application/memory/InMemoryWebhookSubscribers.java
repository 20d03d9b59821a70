package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.Slice;
import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.webhook.Subscriber;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Subscribers in memory. */
public final class InMemoryWebhookSubscribers implements WebhookSubscribers {

    private Map<UUID, Subscriber> subscribers = LinkedHashMap.empty();

    @Override
    public synchronized void add(Subscriber subscriber) {
        subscribers = subscribers.put(subscriber.id(), subscriber);
    }

    @Override
    public synchronized Option<Subscriber> find(UUID id) {
        return subscribers.get(id);
    }

    @Override
    public synchronized Seq<Subscriber> enabled() {
        return subscribers.values().filter(Subscriber::isEnabled);
    }

    @Override
    public synchronized Option<Subscriber> enabled(UUID id) {
        return find(id).filter(Subscriber::isEnabled);
    }

    @Override
    public synchronized Slice<Subscriber> list(Option<String> cursor, int limit) {
        return Position.slice(
                subscribers.values(),
                subscriber ->
                        new Position(subscriber.createdAt(), subscriber.id().toString()),
                Position.OLDEST_FIRST,
                cursor,
                limit);
    }

    @Override
    public synchronized Option<Subscriber> change(UUID id, UnaryOperator<Subscriber> change) {
        Option<Subscriber> changed = find(id).map(change);
        changed.forEach(this::add);
        return changed;
    }

    @Override
    public synchronized boolean remove(UUID id) {
        boolean there = subscribers.containsKey(id);
        subscribers = subscribers.remove(id);
        return there;
    }
}
