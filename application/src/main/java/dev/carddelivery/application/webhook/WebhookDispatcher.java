package dev.carddelivery.application.webhook;

import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.application.port.WebhookDeliveries;
import dev.carddelivery.application.port.WebhookSender;
import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.process.SideBySide;
import dev.carddelivery.application.process.Worker;
import dev.carddelivery.application.webhook.Subscriber.DisabledReason;
import dev.carddelivery.application.webhook.WebhookAttempt.Result;
import dev.carddelivery.application.webhook.WebhookDelivery.Next;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Sends what is due, to each subscriber in a thread of their own, so that one who is slow or away holds nobody else up.
 * To one subscriber a few go out side by side; those of one order one after the other.
 */
public final class WebhookDispatcher implements Worker.Step, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WebhookDispatcher.class.getName());
    private static final int PAGE = 256;
    private static final int SIDE_BY_SIDE = 8;
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final WebhookSubscribers subscribers;
    private final WebhookDeliveries deliveries;
    private final WebhookSender sender;
    private final RetrySchedule schedule;
    private final InstantSource clock;
    private final Duration pause;
    private final ConcurrentMap<UUID, Thread> busy = new ConcurrentHashMap<>();
    private final ConcurrentMap<UUID, SubscriberHealth> health = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /**
     * A dispatcher.
     *
     * @param pause how long to wait between two looks, and about how late a delivery may be
     */
    public WebhookDispatcher(
            WebhookSubscribers subscribers,
            WebhookDeliveries deliveries,
            WebhookSender sender,
            RetrySchedule schedule,
            InstantSource clock,
            Duration pause) {
        this.subscribers = subscribers;
        this.deliveries = deliveries;
        this.sender = sender;
        this.schedule = schedule;
        this.clock = clock;
        this.pause = pause;
    }

    /** Begins to send what is due to everybody to whom nothing is being sent; does not wait for the end of it. */
    @Override
    public Duration run() {
        Instant now = clock.instant();
        Set<UUID> awaited = deliveries.awaited(now);
        if (awaited.nonEmpty()) {
            Set<UUID> enabled = subscribers.enabled().map(Subscriber::id).toSet();
            health.keySet().removeIf(id -> !enabled.contains(id));
            awaited.intersect(enabled)
                    .filter(id -> !busy.containsKey(id) && !healthOf(id).isResting(now))
                    .forEach(this::begin);
        }
        return pause;
    }

    /** How many subscribers something is being sent to at the moment. */
    public int busy() {
        return busy.size();
    }

    /** Begins nothing new and waits a while for what is under way; what is cut then is sent again some day. */
    @Override
    public void close() {
        closing = true;
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (Thread thread : busy.values()) {
                thread.join(Duration.ofNanos(Math.max(end - System.nanoTime(), 1)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(UUID subscriber) {
        Thread thread = Thread.ofVirtual().name("webhooks to " + subscriber).unstarted(() -> sendTo(subscriber));
        busy.put(subscriber, thread);
        thread.start();
    }

    private void sendTo(UUID subscriber) {
        try {
            int limit = healthOf(subscriber).isDoubtful() ? 1 : PAGE;
            Seq<WebhookDelivery> page = deliveries.due(subscriber, clock.instant(), limit);
            SideBySide.forEach(
                    page.groupBy(each -> Math.floorMod(each.message().orderId().hashCode(), SIDE_BY_SIDE))
                            .values(),
                    lane -> lane.forEach(this::trySend));
        } catch (RuntimeException e) {
            note(subscriber, e);
        } finally {
            busy.remove(subscriber);
        }
    }

    private void trySend(WebhookDelivery delivery) {
        UUID id = delivery.subscriber();
        try {
            if (!closing && !healthOf(id).isResting(clock.instant())) {
                subscribers.enabled(id).forEach(present -> send(present, delivery));
            }
        } catch (RuntimeException e) {
            note(id, e);
        }
    }

    private void send(Subscriber subscriber, WebhookDelivery delivery) {
        Instant begun = clock.instant();
        Result result = sender.send(subscriber.url(), subscriber.secrets().validAt(begun), delivery, begun);
        Instant ended = clock.instant();
        if (result.isGone()) {
            subscribers.change(subscriber.id(), present -> gone(present, subscriber.url()));
        }
        WebhookAttempt attempt = new WebhookAttempt(begun, Duration.between(begun, ended), result);
        deliveries.attempted(delivery.id(), attempt, next(delivery, result, ended));
        if (result.isTrouble()) {
            failed(subscriber.id());
        } else {
            health.remove(subscriber.id());
        }
    }

    private Next next(WebhookDelivery delivery, Result result, Instant ended) {
        if (result.isDelivered()) {
            return Next.DELIVERED;
        }
        return result.isGone()
                ? Next.FAILED
                : schedule.next(delivery.id(), delivery.tries() + 1, ended)
                        .map(Next::again)
                        .getOrElse(Next.FAILED);
    }

    /** Whoever has moved in the meantime is not meant. */
    private static Subscriber gone(Subscriber present, String url) {
        return present.url().equals(url) && present.isEnabled()
                ? present.disabledBecause(Option.some(DisabledReason.GONE))
                : present;
    }

    /** Whatever could not be recorded is sent again, yet not at once and without end. */
    private void note(UUID subscriber, RuntimeException e) {
        failed(subscriber);
        String what = "Webhooks to " + subscriber + " will be tried again";
        if (e instanceof StoreUnavailable) {
            LOG.log(System.Logger.Level.WARNING, what + ": " + e.getMessage());
        } else {
            LOG.log(System.Logger.Level.WARNING, what, e);
        }
    }

    private void failed(UUID subscriber) {
        Instant now = clock.instant();
        health.compute(subscriber, (id, known) -> (known == null ? SubscriberHealth.WELL : known).afterFailure(now));
    }

    private SubscriberHealth healthOf(UUID subscriber) {
        return health.getOrDefault(subscriber, SubscriberHealth.WELL);
    }
}
