package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.webhook.MessageTypes;
import dev.carddelivery.application.webhook.Subscriber;
import dev.carddelivery.application.webhook.Subscriber.DisabledReason;
import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link WebhookSubscribers} do. */
public abstract class WebhookSubscribersContract {

    private WebhookSubscribers subscribers;

    /** Nobody; asked for once in each test. */
    protected abstract WebhookSubscribers nobody() throws Exception;

    @BeforeEach
    void open() throws Exception {
        subscribers = nobody();
    }

    @Test
    void aSubscriberIsFoundAsTheyWereAdded() {
        Subscriber choosy = added(1).interestedIn(new MessageTypes(HashSet.of("a.b.v1", "c.d.v1")));
        Subscriber full = new Subscriber(
                UUID.randomUUID(),
                "https://example.org/?a=b&c=%20d",
                choosy.types(),
                choosy.secrets().rotated(WebhookSamples.newSecret(), Samples.MORNING.plusSeconds(60)),
                Samples.MORNING,
                Option.some(DisabledReason.GONE));
        subscribers.add(full);

        assertThat(subscribers.find(full.id())).containsExactly(full);
        assertThat(subscribers.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void theyAreListedAsTheyCamePageByPage() {
        Vector<Subscriber> all = Vector.of(5, 1, 3, 2, 4).map(this::added).sortBy(Subscriber::createdAt);

        Slice<Subscriber> first = subscribers.list(Option.none(), 2);
        Slice<Subscriber> second = subscribers.list(first.nextCursor(), 2);
        Slice<Subscriber> third = subscribers.list(second.nextCursor(), 2);

        assertThat(first.items().appendAll(second.items()).appendAll(third.items()))
                .containsExactlyElementsOf(all);
        assertThat(third.nextCursor()).isEmpty();
    }

    @Test
    void aMadeUpCursorIsRefused() {
        assertThatThrownBy(() -> subscribers.list(Option.some("nonsense"), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyTheEnabledOnesAreTold() {
        Subscriber enabled = added(1);
        Subscriber disabled = added(2);
        subscribers.change(disabled.id(), each -> each.disabledBecause(Option.some(DisabledReason.BY_OPERATOR)));

        assertThat(subscribers.enabled()).containsExactly(enabled);
        assertThat(subscribers.enabled(enabled.id())).containsExactly(enabled);
        assertThat(subscribers.enabled(disabled.id())).isEmpty();
        assertThat(subscribers.enabled(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aChangeIsSeenByAll() {
        Subscriber before = added(1);

        Option<Subscriber> after = subscribers.change(before.id(), each -> each.at("https://other.example.org"));

        assertThat(after).containsExactly(before.at("https://other.example.org"));
        assertThat(subscribers.find(before.id())).isEqualTo(after);
        assertThat(subscribers.enabled()).containsExactlyElementsOf(after);
        assertThat(subscribers.change(UUID.randomUUID(), each -> each)).isEmpty();
    }

    @Test
    void changesAtTheSameMomentAreAllMade() throws Exception {
        Subscriber before = added(1);

        Simultaneously.run(
                8, number -> () -> subscribers.change(before.id(), each -> each.at(each.url() + "/" + number)));

        assertThat(subscribers.find(before.id()).get().url())
                .hasSize(before.url().length() + 16)
                .contains("/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7");
    }

    @Test
    void aRemovedOneIsForgotten() {
        Subscriber stays = added(1);
        Subscriber goes = added(2);

        assertThat(subscribers.remove(goes.id())).isTrue();
        assertThat(subscribers.remove(goes.id())).isFalse();

        assertThat(subscribers.find(goes.id())).isEmpty();
        assertThat(subscribers.list(Option.none(), 10).items()).containsExactly(stays);
    }

    private Subscriber added(int minute) {
        Subscriber subscriber =
                WebhookSamples.subscriber("https://hooks.example.org", Samples.MORNING.plusSeconds(60L * minute));
        subscribers.add(subscriber);
        return subscriber;
    }
}
