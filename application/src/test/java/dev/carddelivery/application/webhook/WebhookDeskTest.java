package dev.carddelivery.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.memory.InMemoryWebhookDeliveries;
import dev.carddelivery.application.memory.InMemoryWebhookSubscribers;
import dev.carddelivery.application.webhook.Subscriber.DisabledReason;
import dev.carddelivery.application.webhook.WebhookDesk.Wish;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookDeskTest {

    private static final String URL = "https://hooks.example.org";
    private static final Wish NOTHING = new Wish(Option.none(), Option.none(), Option.none());

    private final InMemoryWebhookSubscribers subscribers = new InMemoryWebhookSubscribers();
    private final InMemoryWebhookDeliveries deliveries = new InMemoryWebhookDeliveries();
    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final WebhookDesk desk =
            new WebhookDesk(subscribers, deliveries, UUID::randomUUID, WebhookSamples::newSecret, clock);

    @Test
    void eachSubscriberHasASecretOfTheirOwn() {
        Subscriber one = desk.register(URL, MessageTypes.ALL, true);
        Subscriber other = desk.register(URL, MessageTypes.ALL, false);

        assertThat(one.secrets()).isNotEqualTo(other.secrets());
        assertThat(subscribers.enabled()).containsExactly(one);
        assertThat(other.disabled()).containsExactly(DisabledReason.BY_OPERATOR);
    }

    @Test
    void onlyWhatIsWishedIsChanged() {
        Subscriber before = desk.register(URL, MessageTypes.ALL, true);
        MessageTypes few = new MessageTypes(HashSet.of("a"));

        assertThat(desk.change(before.id(), NOTHING)).containsExactly(before);
        assertThat(desk.change(before.id(), new Wish(Option.none(), Option.some(few), Option.none())))
                .containsExactly(before.interestedIn(few));
        assertThat(desk.change(before.id(), new Wish(Option.some(URL + "/2"), Option.none(), Option.some(false))))
                .containsExactly(before.interestedIn(few)
                        .at(URL + "/2")
                        .disabledBecause(Option.some(DisabledReason.BY_OPERATOR)));
        assertThat(desk.change(UUID.randomUUID(), NOTHING)).isEmpty();
    }

    @Test
    void whoIsGoneCanBeToldAgainAndIsNotCalledDisabledByAnOperator() {
        Subscriber gone = desk.register(URL, MessageTypes.ALL, true);
        subscribers.change(gone.id(), each -> each.disabledBecause(Option.some(DisabledReason.GONE)));

        desk.change(gone.id(), new Wish(Option.none(), Option.none(), Option.some(false)));
        assertThat(subscribers.find(gone.id()).get().disabled()).containsExactly(DisabledReason.GONE);

        desk.change(gone.id(), new Wish(Option.none(), Option.none(), Option.some(true)));
        assertThat(subscribers.find(gone.id())).containsExactly(gone);
    }

    @Test
    void afterARotationBothSecretsCountForADay() {
        Subscriber before = desk.register(URL, MessageTypes.ALL, true);

        SigningSecrets after = desk.rotateSecret(before.id()).get().secrets();

        WebhookSecret old = before.secrets().current();
        assertThat(after.current()).isNotEqualTo(old);
        clock.pass(Duration.ofHours(24).minusMillis(1));
        assertThat(after.validAt(clock.instant())).containsExactly(after.current(), old);
        clock.pass(Duration.ofMillis(1));
        assertThat(after.validAt(clock.instant())).containsExactly(after.current());
    }

    @Test
    void neverMoreThanTwoSecretsCount() {
        Subscriber before = desk.register(URL, MessageTypes.ALL, true);
        WebhookSecret second = desk.rotateSecret(before.id()).get().secrets().current();

        SigningSecrets after = desk.rotateSecret(before.id()).get().secrets();

        assertThat(after.validAt(clock.instant())).containsExactly(after.current(), second);
    }

    @Test
    void whoLeavesIsForgottenWithAllThatWasForThem() {
        Subscriber leaving = desk.register(URL, MessageTypes.ALL, true);
        WebhookDelivery delivery = WebhookSamples.delivery(leaving.id(), clock.instant());
        deliveries.add(List.of(delivery));

        assertThat(desk.remove(leaving.id())).isTrue();
        assertThat(desk.remove(leaving.id())).isFalse();

        assertThat(subscribers.find(leaving.id())).isEmpty();
        assertThat(deliveries.find(delivery.id())).isEmpty();
    }
}
