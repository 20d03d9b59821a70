package dev.carddelivery.application.webhook;

import dev.carddelivery.application.port.WebhookDeliveries;
import dev.carddelivery.application.process.Worker;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets deliveries that have come to an end long ago: they hold what they told, and nobody replays them any more. */
public final class WebhookCleaning implements Worker.Step {

    private static final int AT_ONCE = 500;

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
    public WebhookCleaning(WebhookDeliveries deliveries, InstantSource clock, Duration kept, Duration pause) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.kept = kept;
        this.pause = pause;
    }

    @Override
    public Duration run() {
        int forgotten = deliveries.forgetBefore(clock.instant().minus(kept), AT_ONCE);
        return forgotten < AT_ONCE ? pause : Duration.ZERO;
    }
}
