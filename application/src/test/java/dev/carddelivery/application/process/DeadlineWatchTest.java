package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.CapturedLog;
import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.UnreliableStore;
import dev.carddelivery.application.UnreliableStore.Mishap;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.memory.InMemoryReadModels;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.order.Status;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineWatchTest {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final InMemoryLog log = new InMemoryLog();
    private final UnreliableStore store = new UnreliableStore(log);
    private final InMemoryReadModels readModels = new InMemoryReadModels();
    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final OrderHandler orders = new OrderHandler(store, new OrderDecider(ServiceTerms.REAL), clock);
    private final DeadlineWatch watch = new DeadlineWatch(readModels, orders, clock, PAUSE);

    @Test
    void aDeadlineIsPassedWhenItIsDueAndNotBefore() {
        OrderStory story = keep(OrderStory.placed().approved());

        clock.set(due(story).minusNanos(1_000));
        assertThat(watch.run()).isEqualTo(PAUSE);
        assertThat(status(story)).isEqualTo(Status.APPROVED);

        clock.set(due(story));
        assertThat(watch.run()).isEqualTo(PAUSE);
        assertThat(status(story)).isEqualTo(Status.IN_PRODUCTION);
    }

    @Test
    void nobodyRestsWhileThereIsMoreThanFitsIntoOneGo() {
        Vector<OrderStory> many = Vector.fill(65, () -> keep(OrderStory.placed().approved()));
        clock.set(due(many.last()));

        assertThat(watch.run()).isEqualTo(Duration.ZERO);
        assertThat(watch.run()).isEqualTo(PAUSE);

        assertThat(many).allMatch(story -> status(story) == Status.IN_PRODUCTION);
    }

    @Test
    void whileTheReadModelsLagADeadlineIsPassedOnce() {
        OrderStory story = keep(OrderStory.placed().approved());
        clock.set(due(story));

        watch.run();
        clock.pass(Duration.ofDays(30));
        watch.run();

        assertThat(log.load(story.id()).events()).hasSize(4);
    }

    @Test
    void aDeadlineThatTheOrderHasLeftBehindMattersNoMore() {
        OrderStory story = keep(OrderStory.placed().approved());
        keep(story.cancelled());
        readModels.clear();
        readModels.show(Vector.of(story.latest()));
        clock.set(due(story));

        watch.run();

        assertThat(log.load(story.id()).events()).hasSize(4);
        assertThat(status(story)).isEqualTo(Status.CANCELLED);
    }

    @Test
    void oneThatFailsDoesNotStopTheOthersAndIsTriedAgain() {
        Vector<OrderStory> stories =
                Vector.fill(10, () -> keep(OrderStory.placed().approved()));
        clock.set(due(stories.head()));
        store.next(Mishap.REQUEST_LOST);

        try (CapturedLog warnings = new CapturedLog(DeadlineWatch.class)) {
            watch.run();
            assertThat(warnings.messages()).hasSize(1);
        }
        assertThat(stories.map(this::status).count(status -> status == Status.IN_PRODUCTION))
                .isEqualTo(9);

        clock.pass(Duration.ofSeconds(1));
        watch.run();
        assertThat(stories.map(this::status).distinct()).containsExactly(Status.IN_PRODUCTION);
    }

    @Test
    void manyThatNeverPassDoNotKeepTheOthersWaiting() {
        Vector<OrderStory> unknownToTheLog =
                Vector.fill(200, () -> OrderStory.placed().approved());
        readModels.show(unknownToTheLog.map(OrderStory::latest));
        OrderStory last = keep(OrderStory.placed().approved());
        clock.set(due(last));

        for (int look = 0; look < 4; look++) {
            watch.run();
        }

        assertThat(status(last)).isEqualTo(Status.IN_PRODUCTION);
    }

    /** Puts what the log does not have yet of a story into the log and the read models. */
    private OrderStory keep(OrderStory story) {
        int known = log.load(story.id()).events().size();
        story.history()
                .events()
                .drop(known)
                .forEach(recorded ->
                        log.append(story.id(), recorded.version() - 1, recorded.by(), List.of(recorded.event())));
        readModels.show(Vector.of(story.latest()));
        return story;
    }

    private Status status(OrderStory story) {
        return log.load(story.id()).latest().map(OrderRevision::status).get();
    }

    private static Instant due(OrderStory story) {
        return story.latest().order().dossier().deadline().get().due();
    }
}
