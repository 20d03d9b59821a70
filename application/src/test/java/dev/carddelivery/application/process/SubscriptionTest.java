package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.memory.InMemoryCheckpoints;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.Checkpoints.Checkpoint;
import dev.carddelivery.application.port.EventLog;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SubscriptionTest {

    private final InMemoryLog log = new InMemoryLog();
    private final InMemoryCheckpoints checkpoints = new InMemoryCheckpoints();
    private final OrderId id = Samples.newOrderId();
    private final java.util.List<RecordedEvent> seen = new ArrayList<>();

    @Test
    void everyEventIsHandedOverOnceAndInOrder() {
        append(4_234);

        subscription(page -> seen.addAll(page.asJava())).catchUp();

        assertThat(seen).containsExactlyElementsOf(log.load(id).events());
        assertThat(checkpoints.load("test").place()).isEqualTo(log.end());
    }

    @Test
    void largeStretchesAreHandedOverPageByPage() {
        append(4_234);
        java.util.List<Integer> sizes = new ArrayList<>();

        subscription(page -> sizes.add(page.size())).catchUp();

        assertThat(sizes).containsExactly(2_000, 2_000, 234);
    }

    @Test
    void aSubscriptionGoesOnWhereTheOneBeforeItEnded() {
        append(3);
        subscription(page -> {}).catchUp();
        append(2);

        subscription(page -> seen.addAll(page.asJava())).catchUp();

        assertThat(seen).extracting(RecordedEvent::version).containsExactly(4, 5);
    }

    @Test
    void aResetSubscriptionBeginsAtTheBeginning() {
        append(3);
        subscription(page -> {}).catchUp();
        checkpoints.rewind("test", 0);

        subscription(page -> seen.addAll(page.asJava())).catchUp();

        assertThat(seen).hasSize(3);
    }

    @Test
    void aStepDoesOnePageAndDoesNotWait() throws Exception {
        append(2_100);
        WatchedLog watched = new WatchedLog();
        Subscription subscription = new Subscription("test", watched, checkpoints, page -> seen.addAll(page.asJava()));

        assertThat(subscription.run()).isZero();

        assertThat(seen).hasSize(2_000);
        assertThat(watched.awaited).isEmpty();
    }

    @Test
    void afterAPageThatIsNotFullMoreMayGather() throws Exception {
        append(3);
        Subscription subscription = subscription(page -> {});

        assertThat(subscription.run()).isPositive();
    }

    @Test
    void aStepWithoutWorkWaitsForSome() throws Exception {
        append(3);
        WatchedLog watched = new WatchedLog();
        Subscription subscription = new Subscription("test", watched, checkpoints, page -> {});
        subscription.catchUp();

        assertThat(subscription.run()).isZero();

        assertThat(watched.awaited).containsExactly(3L);
    }

    @Test
    void theCheckpointDoesNotMoveWhileTheWorkIsDone() {
        append(3);

        subscription(page -> assertThat(checkpoints.load("test").place()).isZero())
                .catchUp();

        assertThat(checkpoints.load("test").place()).isEqualTo(3);
    }

    @Test
    void workThatFailedIsDoneAgain() {
        append(3);
        assertThatThrownBy(() -> subscription(SubscriptionTest::crash).catchUp())
                .hasMessage("crash");
        assertThat(checkpoints.load("test").place()).isZero();

        subscription(page -> seen.addAll(page.asJava())).catchUp();

        assertThat(seen).hasSize(3);
    }

    // The promise, and its positive control: the same crash loses events where the checkpoint moves first.

    @Test
    void aCrashLosesNothing() {
        assertThat(lostInACrash(work -> subscription(work).catchUp())).isZero();
    }

    @Test
    void aCrashWouldLoseEventsIfTheCheckpointMovedBeforeTheWork() {
        assertThat(lostInACrash(work -> {
                    Checkpoint reached = checkpoints.load("test");
                    EventLog.Page page = log.readAfter(reached.place(), 2_000);
                    checkpoints.advance("test", reached, page.place());
                    work.accept(page.events());
                }))
                .isEqualTo(3);
    }

    private int lostInACrash(Consumer<Consumer<Seq<RecordedEvent>>> reader) {
        append(3);
        assertThatThrownBy(() -> reader.accept(SubscriptionTest::crash)).hasMessage("crash");
        reader.accept(page -> seen.addAll(page.asJava()));
        return log.load(id).events().removeAll(seen).size();
    }

    private Subscription subscription(Consumer<Seq<RecordedEvent>> work) {
        return new Subscription("test", log, checkpoints, work);
    }

    private void append(int events) {
        Provenance by = new Provenance(
                Samples.newCommandId(), Samples.partner(Actor.Role.COURIER), Samples.MORNING, Samples.MORNING);
        log.append(
                id,
                log.load(id).events().size(),
                by,
                List.ofAll(Vector.range(0, events).map(number -> SampleEvents.noted("note " + number))));
    }

    private static void crash(Seq<RecordedEvent> page) {
        throw new IllegalStateException("crash");
    }

    /** Remembers from where somebody waited, and does not let anybody wait. */
    private final class WatchedLog implements EventLog {

        private final java.util.List<Long> awaited = new ArrayList<>();

        @Override
        public Page readAfter(long afterPlace, int limit) {
            return log.readAfter(afterPlace, limit);
        }

        @Override
        public long end() {
            return log.end();
        }

        @Override
        public void awaitAfter(long afterPlace, Duration atMost) {
            awaited.add(afterPlace);
        }
    }
}
