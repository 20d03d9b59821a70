package dev.carddelivery.application.port;

import dev.carddelivery.application.webhook.Subscriber;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Who is told by webhook. */
public interface WebhookSubscribers {

    /** Keeps a new subscriber. */
    void add(Subscriber subscriber);

    /** The subscriber with this id. */
    Option<Subscriber> find(UUID id);

    /** Everybody who is told something at the moment. There are few, so that all can be had at once. */
    Seq<Subscriber> enabled();

    /** The subscriber with this id, if they are told something at the moment. */
    Option<Subscriber> enabled(UUID id);

    /**
     * All of them, in the order in which they came.
     *
     * @param cursor where to go on; none for the beginning
     * @throws IllegalArgumentException when {@code cursor} is none that this list has given
     */
    Slice<Subscriber> list(Option<String> cursor, int limit);

    /**
     * Changes a subscriber; nobody else changes the same one in between.
     *
     * @return the subscriber after the change; none where there is no such subscriber
     */
    Option<Subscriber> change(UUID id, UnaryOperator<Subscriber> change);

    /** Forgets a subscriber; whether there was one. */
    boolean remove(UUID id);
}
