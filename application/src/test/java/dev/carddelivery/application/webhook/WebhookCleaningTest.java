package dev.carddelivery.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.memory.InMemoryWebhookDeliveries;
import dev.carddelivery.application.memory.InMemoryWebhookSubscribers;
import dev.carddelivery.application.webhook.Subscriber.DisabledReason;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookCleaningTest {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final InMemoryWebhookSubscribers subscribers = new InMemoryWebhookSubscribers();
    private final InMemoryWebhookDeliveries deliveries = new InMemoryWebhookDeliveries();
    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final WebhookDesk desk =
            new WebhookDesk(subscribers, deliveries, UUID::randomUUID, WebhookSamples::newSecret, clock);
    private final WebhookCleaning cleaning =
            new WebhookCleaning(subscribers, deliveries, clock, Duration.ofDays(30), PAUSE);

    @Test
    void whatIsMadeForSomebodyWhoLeavesAtThatMomentIsForgotten() {
        Subscriber leaving = subscribed();
        desk.remove(leaving.id());
        WebhookDelivery late = due(leaving);

        assertThat(cleaning.run()).isEqualTo(PAUSE);

        assertThat(deliveries.find(late.id())).isEmpty();
    }

    @Test
    void muchIsForgottenStepByStepWithoutAPause() {
        Subscriber leaving = subscribed();
        deliveries.add(Vector.fill(1_200, () -> WebhookSamples.delivery(leaving.id(), clock.instant())));

        desk.remove(leaving.id());
        assertThat(left(leaving)).isEqualTo(700);
        assertThat(cleaning.run()).isEqualTo(Duration.ZERO);
        assertThat(left(leaving)).isEqualTo(200);
        assertThat(cleaning.run()).isEqualTo(PAUSE);

        assertThat(left(leaving)).isZero();
    }

    @Test
    void whoIsThereKeepsWhatWaitsAlsoWhileTheyAreDisabled() {
        Subscriber enabled = subscribed();
        Subscriber disabled = subscribed();
        subscribers.change(disabled.id(), each -> each.disabledBecause(Option.some(DisabledReason.GONE)));
        WebhookDelivery one = due(enabled);
        WebhookDelivery other = due(disabled);

        cleaning.run();

        assertThat(deliveries.find(one.id())).containsExactly(one);
        assertThat(deliveries.find(other.id())).containsExactly(other);
    }

    private Subscriber subscribed() {
        Subscriber subscriber = WebhookSamples.subscriber();
        subscribers.add(subscriber);
        return subscriber;
    }

    private WebhookDelivery due(Subscriber subscriber) {
        WebhookDelivery delivery = WebhookSamples.delivery(subscriber.id(), clock.instant());
        deliveries.add(List.of(delivery));
        return delivery;
    }

    private int left(Subscriber subscriber) {
        return deliveries.due(subscriber.id(), Instant.MAX, 2_000).size();
    }
}
