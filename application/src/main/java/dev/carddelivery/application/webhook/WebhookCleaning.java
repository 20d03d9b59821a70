package dev.carddelivery.application.webhook;

import dev.carddelivery.application.port.WebhookDeliveries;
import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.process.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Forgets deliveries that have come to an end long ago, and those for who has left: they hold what they told, and
 * nobody replays them any more.
 */
public final class WebhookCleaning implements Worker.Step {

    /** How many are forgotten at most in one step, so that each ends soon. */
    static final int AT_ONCE = 500;

    private final WebhookSubscribers subscribers;
    private final WebhookDeliveries deliveries;
    private final InstantSource clock;
    private final Duration kept;
    private final Duration pause;

    /**
     * The cleaning.
     *
     * @param kept for how long a delivery can be read and replayed
     * @param pause how long to wait when there is nothing more to forget
     */
    public WebhookCleaning(
            WebhookSubscribers subscribers,
            WebhookDeliveries deliveries,
            InstantSource clock,
            Duration kept,
            Duration pause) {
        this.subscribers = subscribers;
        this.deliveries = deliveries;
        this.clock = clock;
        this.kept = kept;
        this.pause = pause;
    }

    @Override
    public Duration run() {
        boolean isDone = deliveries.forgetBefore(clock.instant().minus(kept), AT_ONCE) < AT_ONCE;
        // Looked for in this order: who is not there any more has left, and is no newcomer.
        for (UUID left :
                deliveries.subscribers().filter(id -> subscribers.find(id).isEmpty())) {
            isDone &= deliveries.forgetAllOf(left, AT_ONCE) < AT_ONCE;
        }
        return isDone ? pause : Duration.ZERO;
    }
}
