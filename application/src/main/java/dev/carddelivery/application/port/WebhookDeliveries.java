package dev.carddelivery.application.port;

import dev.carddelivery.application.webhook.WebhookAttempt;
import dev.carddelivery.application.webhook.WebhookDelivery;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.UUID;

/** What is on its way to subscribers, and the log of what was sent. */
public interface WebhookDeliveries {

    /** Keeps new deliveries, all or none. Where one with the same id is kept already, nothing changes. */
    void add(Seq<WebhookDelivery> deliveries);

    /**
     * Keeps deliveries, all or none, that have to be sent in any case: one that is kept already and not pending any
     * more is replayed from when the given one was created. One that is pending stays as it is.
     */
    void addAgain(Seq<WebhookDelivery> deliveries);

    /** The subscribers for whom something is due by {@code now}. */
    Set<UUID> awaited(Instant now);

    /** What is due for a subscriber by {@code now}, the longest overdue first; of the same moment as it was added. */
    Seq<WebhookDelivery> due(UUID subscriber, Instant now, int limit);

    /** Records an attempt and what follows from it. Where there is no such delivery any more, nothing happens. */
    void attempted(UUID id, WebhookAttempt attempt, WebhookDelivery.Next next);

    /** The delivery with this id. */
    Option<WebhookDelivery> find(UUID id);

    /**
     * A subscriber's deliveries, the newest first.
     *
     * @param state only those in this state
     * @param cursor where to go on; none for the beginning
     * @throws IllegalArgumentException when {@code cursor} is none that this list has given
     */
    Slice<WebhookDelivery> list(UUID subscriber, Option<WebhookDelivery.State> state, Option<String> cursor, int limit);

    /** The latest attempts at a delivery, at most {@code limit}, in the order in which they were made. */
    Seq<WebhookAttempt> attempts(UUID id, int limit);

    /** Sends a delivery again, whatever became of it; none where there is no such delivery. */
    Option<WebhookDelivery> replay(UUID id, Instant now);

    /** Everybody for whom something is kept, also who has left meanwhile. */
    Set<UUID> subscribers();

    /** Forgets what was for a subscriber, at most {@code limit} deliveries. */
    int forgetAllOf(UUID subscriber, int limit);

    /**
     * Forgets deliveries that are not pending and were created before {@code moment}, at most {@code limit} of them.
     */
    int forgetBefore(Instant moment, int limit);
}
