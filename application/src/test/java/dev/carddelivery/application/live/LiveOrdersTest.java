package dev.carddelivery.application.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.live.LiveOrders.Seen;
import dev.carddelivery.application.live.LiveOrders.Watch;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.process.Worker;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Watching orders. Nobody here waits as long as it is ready to: a wake-up that gets lost exceeds the test's time. */
@Timeout(20)
class LiveOrdersTest {

    private static final Duration VERY_LONG = Duration.ofMinutes(5);
    private static final Duration LONGER_THAN_BETWEEN_TWO_LOOKS = Duration.ofMillis(2_500);

    private final WatchedStore store = new WatchedStore();
    private final LiveOrders live = new LiveOrders(store.log, store);
    private final Queue<Worker> followers = new ConcurrentLinkedQueue<>();
    private final OrderId id = Samples.newOrderId();

    @Test
    void whatIsThereAlreadyIsNotWaitedFor() throws Exception {
        append(id);

        try (Watch watch = live.watch(id)) {
            assertThat(watch.awaitAfter(0, VERY_LONG)).isEqualTo(store.log.load(id));
        }
    }

    @Test
    void aLookDoesNotWait() throws Exception {
        append(id);

        try (Watch watch = live.watch(id)) {
            assertThat(watch.awaitAfter(1, Duration.ZERO).events()).hasSize(1);
            assertThat(live.watch(Samples.newOrderId()).awaitAfter(0, Duration.ZERO))
                    .isEqualTo(OrderHistory.NONE);
        }
    }

    @Test
    void waitingEndsWithThePresentHistoryWhenTheTimeIsOver() throws Exception {
        append(id);

        try (Watch watch = live.watch(id)) {
            long begun = System.nanoTime();
            OrderHistory history = watch.awaitAfter(1, Duration.ofMillis(30));

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
            assertThat(history.events()).hasSize(1);
        }
    }

    @Test
    void anEventThatTheLogDoesNotShowYetIsSeenWhenTheTimeIsOver() throws Exception {
        append(id);
        try (Watch watch = live.watch(id)) {
            store.afterNextLoad(() -> append(id));

            assertThat(watch.awaitAfter(1, Duration.ofMillis(20)).events()).hasSize(2);
        }
    }

    @Test
    void nothingIsReadWhereNothingHappensAndTheLogIsFollowed() throws Exception {
        append(id);
        keepFollowing(live);
        try (Watch watch = live.watch(id)) {
            assertThat(watch.awaitAfter(1, LONGER_THAN_BETWEEN_TWO_LOOKS).events())
                    .hasSize(1);
            assertThat(store.loads.get()).as("at the beginning").isEqualTo(1);

            append(id);
            assertThat(watch.awaitAfter(1, VERY_LONG).events()).hasSize(2);
        }
    }

    @Test
    void aLogThatStandsStillUnnoticedIsNotTrustedForEver() throws Exception {
        LiveOrders deceived = new LiveOrders(new InMemoryLog(), store, Duration.ofMillis(100));
        keepFollowing(deceived);
        append(id);
        try (Watch watch = deceived.watch(id)) {
            store.afterNextLoad(() -> append(id));

            assertThat(watch.awaitAfter(1, LONGER_THAN_BETWEEN_TWO_LOOKS).events())
                    .hasSize(2);
        }
    }

    @Test
    void whatWasReadAMomentAgoIsNotReadAgain() throws Exception {
        append(id);
        follow();
        Seen seen = live.look(id, () -> store.load(id));
        append(Samples.newOrderId());
        follow();

        try (Watch watch = live.watch(seen)) {
            assertThat(watch.awaitAfter(0, VERY_LONG)).isEqualTo(store.log.load(id));
            assertThat(store.loads.get()).isEqualTo(1);
        }
    }

    @Test
    void whatPassesByBetweenTheReadingAndTheWatchIsSeen() throws Exception {
        append(id);
        follow();
        Seen seen = live.look(id, () -> store.load(id));
        append(id);
        follow();

        try (Watch watch = live.watch(seen)) {
            assertThat(watch.awaitAfter(1, VERY_LONG).events()).hasSize(2);
        }
    }

    @Test
    void whoIsDismissedGoesHome() throws Exception {
        append(id);
        try (Watch watch = live.watch(id)) {
            CompletableFuture<Void> home = new CompletableFuture<>();
            Thread sleeper = Thread.ofVirtual().start(() -> {
                assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> watch.awaitAfter(1, VERY_LONG));
                home.complete(null);
            });
            while (sleeper.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }

            watch.dismiss();
            home.get();
            assertThatExceptionOfType(InterruptedException.class)
                    .as("for good")
                    .isThrownBy(() -> watch.awaitAfter(0, Duration.ZERO));
        }
    }

    @Test
    void whoIsDismissedReadsToTheEnd() throws Exception {
        append(id);
        try (Watch watch = live.watch(id)) {
            AtomicBoolean interrupted = new AtomicBoolean();
            store.afterNextLoad(() -> {
                watch.dismiss();
                interrupted.set(Thread.currentThread().isInterrupted());
            });

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> watch.awaitAfter(1, VERY_LONG));
            assertThat(interrupted).isFalse();
        }
    }

    @Test
    void anEventBetweenTheLookAndTheWaitWakes() throws Exception {
        append(id);
        follow();
        try (Watch watch = live.watch(id)) {
            store.afterNextLoad(() -> {
                append(id);
                follow();
            });

            assertThat(watch.awaitAfter(1, VERY_LONG).events()).hasSize(2);
        }
    }

    @Test
    void anEventBeforeTheLookWakesNobodyTwice() throws Exception {
        append(id);
        try (Watch watch = live.watch(id)) {
            append(id);
            follow();

            assertThat(watch.awaitAfter(1, VERY_LONG).events()).hasSize(2);
            assertThat(watch.awaitAfter(2, Duration.ofMillis(20)).events()).hasSize(2);
        }
    }

    @Test
    void anEventBeforeTheLogIsFollowedForTheFirstTimeWakes() throws Exception {
        append(id);
        try (Watch watch = live.watch(id)) {
            store.afterNextLoad(() -> {
                append(id);
                follow();
            });

            assertThat(watch.awaitAfter(1, VERY_LONG).events()).hasSize(2);
        }
    }

    @Test
    void aSleeperIsWokenByEachEvent() throws Exception {
        Queue<Integer> seen = new ConcurrentLinkedQueue<>();
        CountDownLatch complete = new CountDownLatch(30);
        Thread sleeper = Thread.ofVirtual().start(() -> {
            try (Watch watch = live.watch(id)) {
                for (int version = 0; version < 30; version++) {
                    watch.awaitAfter(version, VERY_LONG);
                    seen.add(version);
                    complete.countDown();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        for (int version = 0; version < 30; version++) {
            append(id);
            follow();
        }
        complete.await();
        sleeper.join();

        assertThat(seen).hasSize(30);
        assertThat(live.size()).isZero();
    }

    @Test
    void everySleeperOfAnOrderIsWoken() throws Exception {
        AtomicInteger ready = new AtomicInteger();

        Vector<Integer> versions = Simultaneously.run(101, number -> () -> {
            if (number == 100) {
                while (ready.get() < 100) {
                    Thread.onSpinWait();
                }
                append(id);
                follow();
                return 1;
            }
            try (Watch watch = live.watch(id)) {
                ready.incrementAndGet();
                return watch.awaitAfter(0, VERY_LONG).events().size();
            }
        });

        assertThat(versions.distinct()).containsExactly(1);
        assertThat(live.size()).isZero();
    }

    @Test
    void anotherOrdersEventWakesNobody() throws Exception {
        append(id);
        try (Watch watch = live.watch(id)) {
            append(Samples.newOrderId());
            follow();

            assertThat(watch.awaitAfter(1, Duration.ofMillis(10)).events()).hasSize(1);
            assertThat(store.loads.get()).as("at the beginning and at the end").isEqualTo(2);
        }
    }

    @Test
    void anOrderThatIsYetToBePlacedCanBeWatched() throws Exception {
        try (Watch watch = live.watch(id)) {
            store.afterNextLoad(() -> {
                append(id);
                follow();
            });

            assertThat(watch.awaitAfter(0, VERY_LONG).events()).hasSize(1);
        }
    }

    @Test
    void nothingIsKeptOfWatchesThatAreClosed() {
        Watch one = live.watch(id);
        Watch two = live.watch(id);
        Watch other = live.watch(Samples.newOrderId());
        assertThat(live.size()).isEqualTo(3);

        one.close();
        one.close();
        assertThat(live.size()).isEqualTo(2);

        two.close();
        other.close();
        assertThat(live.size()).isZero();
    }

    @Test
    void aClosedWatchLeavesItsNeighbourAwake() throws Exception {
        Watch closed = live.watch(id);
        try (Watch open = live.watch(id)) {
            closed.close();
            store.afterNextLoad(() -> {
                append(id);
                follow();
            });

            assertThat(open.awaitAfter(0, VERY_LONG).events()).hasSize(1);
        }
    }

    @Test
    void manyEventsAtOnceAreFollowedPageByPage() throws Exception {
        Vector<OrderId> orders = Vector.fill(2_500, Samples::newOrderId);
        orders.forEach(this::append);
        OrderId last = orders.last();
        try (Watch watch = live.watch(last)) {
            assertThat(watch.awaitAfter(0, Duration.ZERO).events()).hasSize(1);
            append(last);
            for (int page = 0; page < 3; page++) {
                follow();
            }

            assertThat(watch.awaitAfter(1, VERY_LONG).events()).hasSize(2);
        }
    }

    private void append(OrderId order) {
        int version = store.log.load(order).events().size();
        Provenance by = OrderStory.placed().history().events().head().by();
        OrderEvent event = version == 0 ? SampleEvents.placed(order) : SampleEvents.noted("note " + version);
        assertThat(store.append(order, version, by, List.of(event))).isTrue();
    }

    /** Follows the log as the program does, until the test ends. */
    private void keepFollowing(LiveOrders orders) {
        followers.add(Worker.start("live", () -> true, orders));
    }

    @AfterEach
    void stopFollowing() {
        followers.forEach(Worker::close);
    }

    /** What the worker's thread does over and over again. */
    private void follow() {
        try {
            live.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store between whose looks a test can do something. */
    private static final class WatchedStore implements OrderStore {

        private final InMemoryLog log = new InMemoryLog();
        private final AtomicInteger loads = new AtomicInteger();
        private final Queue<Runnable> afterLoads = new ConcurrentLinkedQueue<>();

        void afterNextLoad(Runnable action) {
            afterLoads.add(action);
        }

        @Override
        public OrderHistory load(OrderId orderId) {
            loads.incrementAndGet();
            OrderHistory history = log.load(orderId);
            Runnable action = afterLoads.poll();
            if (action != null) {
                action.run();
            }
            return history;
        }

        @Override
        public boolean append(OrderId orderId, int expectedVersion, Provenance by, List<OrderEvent> events) {
            return log.append(orderId, expectedVersion, by, events);
        }
    }
}
