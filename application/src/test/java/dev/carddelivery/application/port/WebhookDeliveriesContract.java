package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.webhook.Subscriber;
import dev.carddelivery.application.webhook.WebhookAttempt;
import dev.carddelivery.application.webhook.WebhookAttempt.Answered;
import dev.carddelivery.application.webhook.WebhookAttempt.Fault;
import dev.carddelivery.application.webhook.WebhookAttempt.Result;
import dev.carddelivery.application.webhook.WebhookAttempt.Unanswered;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookDelivery.Next;
import dev.carddelivery.application.webhook.WebhookDelivery.State;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link WebhookDeliveries} do. */
public abstract class WebhookDeliveriesContract {

    private static final Instant NOW = Samples.MORNING;

    private final Subscriber anna = WebhookSamples.subscriber();
    private final Subscriber boris = WebhookSamples.subscriber();
    private WebhookDeliveries deliveries;

    /** What a test stands on; both of the same storage. */
    public record Storage(WebhookSubscribers subscribers, WebhookDeliveries deliveries) {}

    /** A storage with nothing in it; asked for once in each test. */
    protected abstract Storage emptyStorage() throws Exception;

    @BeforeEach
    void open() throws Exception {
        Storage storage = emptyStorage();
        storage.subscribers().add(anna);
        storage.subscribers().add(boris);
        deliveries = storage.deliveries();
    }

    @Test
    void aNewDeliveryIsDueAtOnceForItsSubscriber() {
        WebhookDelivery delivery = added(anna, NOW);

        assertThat(deliveries.due(anna.id(), NOW.minusMillis(1), 10)).isEmpty();
        assertThat(deliveries.awaited(NOW.minusMillis(1))).isEmpty();
        assertThat(deliveries.due(anna.id(), NOW, 10)).containsExactly(delivery);
        assertThat(deliveries.awaited(NOW)).containsExactly(anna.id());
        assertThat(deliveries.due(boris.id(), NOW, 10)).isEmpty();
        assertThat(deliveries.find(delivery.id())).containsExactly(delivery);
    }

    @Test
    void theLongestOverdueComesFirstAndOfTheSameMomentTheFirstAdded() {
        WebhookDelivery late = added(anna, NOW.plusSeconds(2));
        Vector<WebhookDelivery> together = Vector.fill(5, () -> WebhookSamples.delivery(anna.id(), NOW.plusSeconds(1)));
        deliveries.add(together);
        WebhookDelivery early = added(anna, NOW);

        assertThat(deliveries.due(anna.id(), NOW.plusSeconds(2), 7))
                .containsExactlyElementsOf(together.prepend(early).append(late));
        assertThat(deliveries.due(anna.id(), NOW.plusSeconds(2), 3))
                .containsExactlyElementsOf(together.take(2).prepend(early));
    }

    @Test
    void whatIsAddedAgainChangesNothing() {
        WebhookDelivery delivery = added(anna, NOW);
        deliveries.attempted(delivery.id(), attempt(NOW, new Answered(204)), Next.DELIVERED);
        WebhookDelivery after = deliveries.find(delivery.id()).get();

        WebhookDelivery more = WebhookSamples.delivery(anna.id(), NOW);
        deliveries.add(List.of(delivery, more, more));

        assertThat(after.state()).isEqualTo(State.DELIVERED);
        assertThat(deliveries.find(delivery.id())).containsExactly(after);
        assertThat(deliveries.due(anna.id(), NOW, 10)).containsExactly(more);
    }

    @Test
    void whatHasToBeSentAgainIsReplayedUnlessItIsPending() {
        WebhookDelivery delivered = added(anna, NOW);
        deliveries.attempted(delivered.id(), attempt(NOW, new Answered(204)), Next.DELIVERED);
        WebhookDelivery waiting = added(anna, NOW);
        Instant retry = NOW.plusSeconds(500);
        deliveries.attempted(waiting.id(), attempt(NOW, new Answered(500)), Next.again(retry));
        Instant later = NOW.plusSeconds(100);
        WebhookDelivery fresh = WebhookSamples.delivery(anna.id(), later);

        deliveries.addAgain(Vector.of(delivered, waiting)
                .map(each -> WebhookDelivery.of(each.message(), anna.id(), later))
                .append(fresh));

        assertThat(deliveries.due(anna.id(), later, 10))
                .containsExactlyInAnyOrder(
                        fresh, delivered.attempted(Next.DELIVERED).replayed(later));
        assertThat(deliveries.find(waiting.id()).get().due()).containsExactly(retry);
    }

    @Test
    void anAttemptIsOnRecordAndLeadsToWhatFollowsFromIt() {
        WebhookDelivery delivery = added(anna, NOW);
        WebhookAttempt first = attempt(NOW, new Unanswered(Fault.TIMEOUT));
        WebhookAttempt second = attempt(NOW.plusSeconds(5), new Answered(503));
        WebhookAttempt third = attempt(NOW.plusSeconds(300), new Answered(200));
        Instant retry = NOW.plusSeconds(5);

        deliveries.attempted(delivery.id(), first, Next.again(retry));
        assertThat(deliveries.find(delivery.id())).containsExactly(delivery.attempted(Next.again(retry)));
        assertThat(deliveries.due(anna.id(), retry.minusMillis(1), 10)).isEmpty();
        assertThat(deliveries.due(anna.id(), retry, 10)).hasSize(1);

        deliveries.attempted(delivery.id(), second, Next.again(retry));
        deliveries.attempted(delivery.id(), third, Next.DELIVERED);

        assertThat(deliveries.attempts(delivery.id(), 10)).containsExactly(first, second, third);
        assertThat(deliveries.attempts(delivery.id(), 2)).containsExactly(second, third);
        WebhookDelivery after = deliveries.find(delivery.id()).get();
        assertThat(after.state()).isEqualTo(State.DELIVERED);
        assertThat(after.attempts()).isEqualTo(3);
        assertThat(after.due()).isEmpty();
        assertThat(deliveries.due(anna.id(), NOW.plusSeconds(9_999), 10)).isEmpty();
    }

    @Test
    void whatHasArrivedStaysSoWhateverElseIsRecorded() {
        WebhookDelivery delivery = added(anna, NOW);
        deliveries.attempted(delivery.id(), attempt(NOW, new Answered(204)), Next.DELIVERED);
        deliveries.attempted(delivery.id(), attempt(NOW, new Answered(500)), Next.again(NOW));

        WebhookDelivery after = deliveries.find(delivery.id()).get();
        assertThat(after.state()).isEqualTo(State.DELIVERED);
        assertThat(after.attempts()).isEqualTo(2);
        assertThat(deliveries.attempts(delivery.id(), 10)).hasSize(2);
    }

    @Test
    void aReplayBeginsAnew() {
        WebhookDelivery delivery = added(anna, NOW);
        deliveries.attempted(delivery.id(), attempt(NOW, new Answered(404)), Next.FAILED);
        Instant later = NOW.plusSeconds(7);

        Option<WebhookDelivery> replayed = deliveries.replay(delivery.id(), later);

        assertThat(replayed).containsExactly(delivery.attempted(Next.FAILED).replayed(later));
        assertThat(deliveries.due(anna.id(), later, 10)).containsExactlyElementsOf(replayed);
        assertThat(deliveries.attempts(delivery.id(), 10)).hasSize(1);
        assertThat(deliveries.replay(UUID.randomUUID(), later)).isEmpty();
    }

    @Test
    void aSubscribersDeliveriesAreListedNewestFirstPageByPage() {
        added(boris, NOW);
        Vector<WebhookDelivery> all = Vector.of(3, 1, 4, 2, 5)
                .map(second -> added(anna, NOW.plusSeconds(second)))
                .sortBy(WebhookDelivery::createdAt)
                .reverse();

        Slice<WebhookDelivery> first = deliveries.list(anna.id(), Option.none(), Option.none(), 3);
        Slice<WebhookDelivery> second = deliveries.list(anna.id(), Option.none(), first.nextCursor(), 3);

        assertThat(first.items().appendAll(second.items())).containsExactlyElementsOf(all);
        assertThat(second.nextCursor()).isEmpty();
        assertThatThrownBy(() -> deliveries.list(anna.id(), Option.none(), Option.some("nonsense"), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theyCanBeListedByState() {
        added(anna, NOW);
        WebhookDelivery failed = added(anna, NOW.plusSeconds(1));
        added(anna, NOW.plusSeconds(2));
        deliveries.attempted(failed.id(), attempt(NOW, new Answered(404)), Next.FAILED);

        assertThat(deliveries
                        .list(anna.id(), Option.some(State.FAILED), Option.none(), 3)
                        .items())
                .containsExactly(failed.attempted(Next.FAILED));
        assertThat(deliveries
                        .list(anna.id(), Option.some(State.PENDING), Option.none(), 3)
                        .items())
                .hasSize(2);
    }

    @Test
    void whoHasLeftIsForgottenAndNobodyElse() {
        Vector<WebhookDelivery> gone = Vector.fill(3, () -> added(anna, NOW));
        WebhookDelivery kept = added(boris, NOW);
        gone.forEach(each -> deliveries.attempted(each.id(), attempt(NOW, new Answered(404)), Next.FAILED));
        gone = gone.append(added(anna, NOW));

        assertThat(deliveries.forgetAllOf(anna.id(), 3)).isEqualTo(3);
        assertThat(deliveries.forgetAllOf(anna.id(), 3)).isEqualTo(1);
        assertThat(deliveries.forgetAllOf(anna.id(), 3)).isZero();

        assertThat(gone.flatMap(each -> deliveries.find(each.id()))).isEmpty();
        assertThat(gone.flatMap(each -> deliveries.attempts(each.id(), 10))).isEmpty();
        assertThat(deliveries.due(boris.id(), NOW, 10)).containsExactly(kept);
    }

    @Test
    void everybodyIsKnownForWhomSomethingIsKeptWhetherTheyAreThereOrNot() {
        assertThat(deliveries.subscribers()).isEmpty();
        Subscriber stranger = WebhookSamples.subscriber();
        Vector.of(anna, stranger, anna).forEach(each -> added(each, NOW));
        WebhookDelivery ended = added(boris, NOW);
        deliveries.attempted(ended.id(), attempt(NOW, new Answered(204)), Next.DELIVERED);

        assertThat(deliveries.subscribers()).containsExactlyInAnyOrder(anna.id(), boris.id(), stranger.id());
    }

    @Test
    void onlyWhatIsOldAndAtItsEndIsForgotten() {
        WebhookDelivery pending = added(anna, NOW);
        Vector<WebhookDelivery> ended = Vector.fill(3, () -> added(anna, NOW));
        ended.forEach(each -> deliveries.attempted(each.id(), attempt(NOW, new Answered(200)), Next.DELIVERED));
        WebhookDelivery young = added(anna, NOW.plusSeconds(1));
        deliveries.attempted(young.id(), attempt(NOW, new Answered(200)), Next.DELIVERED);

        assertThat(deliveries.forgetBefore(NOW.plusSeconds(1), 2)).isEqualTo(2);
        assertThat(deliveries.forgetBefore(NOW.plusSeconds(1), 2)).isEqualTo(1);

        assertThat(ended.flatMap(each -> deliveries.find(each.id()))).isEmpty();
        assertThat(ended.flatMap(each -> deliveries.attempts(each.id(), 10))).isEmpty();
        assertThat(deliveries.list(anna.id(), Option.none(), Option.none(), 10).items())
                .extracting(WebhookDelivery::id)
                .containsExactly(young.id(), pending.id());
    }

    @Test
    void theSameAddedAtTheSameMomentIsKeptOnce() throws Exception {
        Vector<WebhookDelivery> both = Vector.fill(2, () -> WebhookSamples.delivery(anna.id(), NOW));

        Simultaneously.run(16, number -> () -> {
            deliveries.add(number % 2 == 0 ? both : both.reverse());
            return number;
        });

        assertThat(deliveries.due(anna.id(), NOW, 10)).containsExactlyInAnyOrderElementsOf(both);
    }

    private WebhookDelivery added(Subscriber subscriber, Instant now) {
        WebhookDelivery delivery = WebhookSamples.delivery(subscriber.id(), now);
        deliveries.add(List.of(delivery));
        return delivery;
    }

    private static WebhookAttempt attempt(Instant at, Result result) {
        return new WebhookAttempt(at, Duration.ofMillis(1_234), result);
    }
}
