package dev.carddelivery.application.webhook;

import dev.carddelivery.application.port.WebhookDeliveries;
import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.webhook.Subscriber.DisabledReason;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Where operators decide who is told by webhook. What they ask for is valid already. */
public final class WebhookDesk {

    /** How long a secret still counts after it got a successor. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private final WebhookSubscribers subscribers;
    private final WebhookDeliveries deliveries;
    private final Supplier<UUID> names;
    private final Supplier<WebhookSecret> secrets;
    private final InstantSource clock;

    /**
     * A desk.
     *
     * @param names gives names that nobody has
     * @param secrets makes secrets up
     */
    public WebhookDesk(
            WebhookSubscribers subscribers,
            WebhookDeliveries deliveries,
            Supplier<UUID> names,
            Supplier<WebhookSecret> secrets,
            InstantSource clock) {
        this.subscribers = subscribers;
        this.deliveries = deliveries;
        this.names = names;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What somebody may want of a subscriber; what is absent stays as it is. */
    public record Wish(Option<String> url, Option<MessageTypes> types, Option<Boolean> enabled) {

        private Subscriber applyTo(Subscriber before) {
            Subscriber moved = url.map(before::at).getOrElse(before);
            Subscriber interested = types.map(moved::interestedIn).getOrElse(moved);
            return enabled.filter(wanted -> wanted != before.isEnabled())
                    .map(wanted -> interested.disabledBecause(Option.when(!wanted, DisabledReason.BY_OPERATOR)))
                    .getOrElse(interested);
        }
    }

    /** Takes a new subscriber on, with a secret of their own. They are told of what happens from now on. */
    public Subscriber register(String url, MessageTypes types, boolean enabled) {
        Subscriber subscriber = new Subscriber(
                names.get(),
                url,
                types,
                SigningSecrets.first(secrets.get()),
                clock.instant(),
                Option.when(!enabled, DisabledReason.BY_OPERATOR));
        subscribers.add(subscriber);
        return subscriber;
    }

    /** Changes a subscriber; none where there is no such subscriber. */
    public Option<Subscriber> change(UUID id, Wish wish) {
        return subscribers.change(id, wish::applyTo);
    }

    /** Gives a subscriber a new secret, beside which the old one counts a while longer. */
    public Option<Subscriber> rotateSecret(UUID id) {
        WebhookSecret next = secrets.get();
        Instant until = clock.instant().plus(OVERLAP);
        return subscribers.change(
                id, subscriber -> subscriber.signedWith(subscriber.secrets().rotated(next, until)));
    }

    /**
     * Tells a subscriber nothing any more; whether there was one. What was for them is forgotten, too: if it is much,
     * or if this ends halfway, by {@link WebhookCleaning}.
     */
    public boolean remove(UUID id) {
        boolean removed = subscribers.remove(id);
        deliveries.forgetAllOf(id, WebhookCleaning.AT_ONCE);
        return removed;
    }
}
