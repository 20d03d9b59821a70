package dev.carddelivery.application.webhook;

import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way to one subscriber.
 *
 * @param id derived from the message and the subscriber, the same however often it is sent
 * @param subscriber the id of the subscriber
 * @param message what is sent
 * @param createdAt when it was to be sent first
 * @param state what became of it
 * @param attempts how often it was sent in all
 * @param tries how often it was sent since the beginning, or since it was last replayed
 * @param due when it is to be sent; none when it is not
 */
public record WebhookDelivery(
        UUID id,
        UUID subscriber,
        WebhookMessage message,
        Instant createdAt,
        State state,
        int attempts,
        int tries,
        Option<Instant> due) {

    /** What became of a delivery. */
    public enum State {
        /** It is to be sent, for the first time or again. */
        PENDING,
        /** The subscriber has taken it. */
        DELIVERED,
        /** It was sent in vain, and is not sent again unless somebody wants it. */
        FAILED
    }

    /** A message for a subscriber that has not been sent yet, due at once. */
    public static WebhookDelivery of(WebhookMessage message, UUID subscriber, Instant now) {
        String name = "webhook/" + subscriber + "/" + message.id();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new WebhookDelivery(id, subscriber, message, now, State.PENDING, 0, 0, Option.some(now));
    }

    /** This delivery once it was sent. Where it was not pending any more it keeps its state. */
    public WebhookDelivery attempted(Next next) {
        return state == State.PENDING
                ? new WebhookDelivery(
                        id, subscriber, message, createdAt, next.state(), attempts + 1, tries + 1, next.due())
                : new WebhookDelivery(id, subscriber, message, createdAt, state, attempts + 1, tries, due);
    }

    /** This delivery from its beginning again, as if it had never been sent. */
    public WebhookDelivery replayed(Instant now) {
        return new WebhookDelivery(id, subscriber, message, createdAt, State.PENDING, attempts, 0, Option.some(now));
    }

    /**
     * What follows from an attempt.
     *
     * @param state the state it leads to
     * @param due when to send again; there exactly when the state is pending
     */
    public record Next(State state, Option<Instant> due) {

        /** It has arrived. */
        public static final Next DELIVERED = new Next(State.DELIVERED, Option.none());

        /** It is given up. */
        public static final Next FAILED = new Next(State.FAILED, Option.none());

        /** It is sent again. */
        public static Next again(Instant due) {
            return new Next(State.PENDING, Option.some(due));
        }
    }
}
