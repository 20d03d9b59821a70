package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link EventLog} shows of what is appended to the {@link OrderStore} beside it. */
public abstract class EventLogContract {

    private static final Duration VERY_LONG = Duration.ofMinutes(5);
    private static final Provenance BY = new Provenance(
            Samples.newCommandId(), new Actor(Actor.Role.COURIER, "courier"), Samples.MORNING, Samples.MORNING);

    private final OrderId one = Samples.newOrderId();
    private final OrderId two = Samples.newOrderId();
    private OrderStore store;
    private EventLog log;

    /** A log and the store beside it. */
    public record Storage(OrderStore store, EventLog log) {}

    /** A storage that holds nothing yet; asked for once in each test. */
    protected abstract Storage emptyStorage() throws Exception;

    /** How long an event may take from its append into the log before a test gives up. */
    protected Duration patience() {
        return Duration.ofSeconds(20);
    }

    @BeforeEach
    void open() throws Exception {
        Storage storage = emptyStorage();
        store = storage.store();
        log = storage.log();
    }

    @Test
    void theLogBeginsEmptyAtZero() throws Exception {
        assertThat(log.end()).isZero();
        assertThat(log.readAfter(0, 10)).isEqualTo(new EventLog.Page(Vector.empty(), 0));

        append(one, 0, "a");

        assertThat(readAll(1, 10)).hasSize(1);
        assertThat(log.end()).isPositive();
    }

    @Test
    void anEventIsReadAsItWasRecorded() throws Exception {
        OrderStory story = OrderStory.placed().delivered();
        story.history()
                .events()
                .forEach(recorded ->
                        store.append(story.id(), recorded.version() - 1, recorded.by(), List.of(recorded.event())));

        assertThat(readAll(story.history().events().size(), 100))
                .isEqualTo(story.history().events());
    }

    @Test
    void theEventsOfOneAppendStandTogetherAndInTheirOrder() throws Exception {
        append(one, 0, "a", "b", "c");
        append(two, 0, "x");
        append(one, 3, "d");

        Vector<RecordedEvent> read = readAll(5, 100);

        assertThat(versionsOf(one, read)).containsExactly(1, 2, 3, 4);
        assertThat(versionsOf(two, read)).containsExactly(1);
        int first = read.indexWhere(recorded -> recorded.orderId().equals(one));
        assertThat(read.subSequence(first, first + 3).map(RecordedEvent::version))
                .containsExactly(1, 2, 3);
    }

    @Test
    void whatWasNotAppendedIsNotInTheLog() throws Exception {
        append(one, 0, "a");
        assertThat(store.append(one, 0, BY, List.of(SampleEvents.noted("conflict"))))
                .isFalse();
        append(two, 0, "x");

        Vector<RecordedEvent> read = readAll(2, 100);

        assertThat(read.map(RecordedEvent::event))
                .containsExactlyInAnyOrder(SampleEvents.noted("a"), SampleEvents.noted("x"));
    }

    @Test
    void smallPagesHoldTheSameAsLargeOnes() throws Exception {
        appendMany(30);
        Vector<RecordedEvent> whole = readAll(30, 1_000);

        for (int limit : List.of(1, 2, 7, 30)) {
            assertThat(readAll(30, limit)).isEqualTo(whole);
        }
        assertThat(log.readAfter(0, 3).events().size()).isBetween(1, 29);
    }

    @Test
    void placesGrowFromPageToPageUpToTheEnd() throws Exception {
        appendMany(12);
        readAll(12, 100);

        long place = 0;
        for (EventLog.Page page = log.readAfter(place, 5); !page.events().isEmpty(); page = log.readAfter(place, 5)) {
            assertThat(page.place()).isGreaterThan(place);
            place = page.place();
        }

        assertThat(place).isPositive().isEqualTo(log.end());
        assertThat(log.readAfter(place, 5)).isEqualTo(new EventLog.Page(Vector.empty(), place));
    }

    @Test
    void fromEachPlaceTheRestFollows() throws Exception {
        appendMany(10);
        Vector<RecordedEvent> whole = readAll(10, 100);

        int read = 0;
        long place = 0;
        while (read < 10) {
            EventLog.Page page = log.readAfter(place, 1);
            read += page.events().size();
            place = page.place();
            assertThat(Vector.ofAll(log.readAfter(place, 100).events())).isEqualTo(whole.drop(read));
        }
    }

    @Test
    void aReaderThatFollowsSeesEverythingOnceAndInTheOrderThatStays() throws Exception {
        Vector<OrderId> orders = Vector.fill(8, Samples::newOrderId);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Vector<RecordedEvent>> follower = executor.submit(() -> readAll(160, 7));
            Simultaneously.run(8, number -> () -> {
                for (int version = 0; version < 20; version++) {
                    append(orders.get(number), version, "note " + version);
                }
                return number;
            });

            Vector<RecordedEvent> seen = follower.get(patience().toMillis(), TimeUnit.MILLISECONDS);

            assertThat(seen).hasSize(160).isEqualTo(readAll(160, 1_000));
            orders.forEach(order -> assertThat(versionsOf(order, seen)).isEqualTo(Vector.rangeClosed(1, 20)));
        }
    }

    @Test
    void whoWaitsIsWokenByEachAppend() throws Exception {
        Semaphore seen = new Semaphore(0);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        executor.submit(() -> {
            for (long place = 0; !Thread.currentThread().isInterrupted(); ) {
                log.awaitAfter(place, VERY_LONG);
                EventLog.Page page = log.readAfter(place, 100);
                place = page.place();
                seen.release(page.events().size());
            }
            return null;
        });
        try {
            for (int version = 0; version < 20; version++) {
                append(one, version, "note");
                assertThat(seen.tryAcquire(patience().toMillis(), TimeUnit.MILLISECONDS))
                        .as("woken by append %d", version)
                        .isTrue();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void whatIsAlreadyThereIsNotWaitedFor() throws Exception {
        append(one, 0, "a");
        readAll(1, 10);

        long begun = System.nanoTime();
        log.awaitAfter(0, VERY_LONG);

        assertThat(since(begun)).isLessThan(patience());
        assertThat(log.readAfter(0, 10).events()).hasSize(1);
    }

    @Test
    void waitingForNothingEndsInTimeAndIsNoBusyLoop() throws Exception {
        append(one, 0, "a");
        readAll(1, 10);
        long end = log.end();

        long begun = System.nanoTime();
        int returns = 0;
        while (since(begun).toMillis() < 200) {
            log.awaitAfter(end, Duration.ofMillis(50));
            returns++;
        }

        assertThat(since(begun)).isLessThan(patience());
        assertThat(returns).as("returns within 200 ms").isLessThan(100);
    }

    private void append(OrderId order, int expectedVersion, String... reports) {
        assertThat(store.append(order, expectedVersion, BY, List.of(reports).map(SampleEvents::noted)))
                .isTrue();
    }

    private void appendMany(int events) {
        for (int i = 0; i < events; i++) {
            append(i % 2 == 0 ? one : two, i / 2, "note " + i);
        }
    }

    /** Follows the log from its beginning, page by page, until this many events were seen. */
    private Vector<RecordedEvent> readAll(int events, int limit) throws InterruptedException {
        long begun = System.nanoTime();
        Vector<RecordedEvent> seen = Vector.empty();
        long place = 0;
        while (seen.size() < events) {
            assertThat(since(begun)).as("time to see %d events", events).isLessThan(patience());
            EventLog.Page page = log.readAfter(place, limit);
            if (page.place() == place) {
                log.awaitAfter(place, Duration.ofMillis(100));
            }
            place = page.place();
            seen = seen.appendAll(page.events());
        }
        assertThat(seen).hasSize(events);
        return seen;
    }

    private static Vector<Integer> versionsOf(OrderId order, Vector<RecordedEvent> events) {
        return events.filter(recorded -> recorded.orderId().equals(order)).map(RecordedEvent::version);
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
