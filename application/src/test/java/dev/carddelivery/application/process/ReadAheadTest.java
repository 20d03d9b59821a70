package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLog;
import dev.carddelivery.application.port.EventLog.Page;
import dev.carddelivery.application.port.StoreUnavailable;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReadAheadTest {

    private final InMemoryLog log = new InMemoryLog();
    private final WatchedLog watched = new WatchedLog();
    private final ReadAhead ahead = new ReadAhead(watched);

    @Test
    void whileAPageIsWorkedOnTheNextIsReadAlready() throws Exception {
        keep(OrderStory.placed().produced());

        Page first = ahead.readAfter(0, 2);
        assertThat(watched.next()).isEqualTo(0);
        assertThat(watched.next()).isEqualTo(2);

        assertThat(ahead.readAfter(first.place(), 2)).isEqualTo(log.readAfter(2, 2));
        assertThat(watched.next()).isEqualTo(4);
    }

    @Test
    void pageByPageItIsTheLogItself() {
        Vector<RecordedEvent> events = keep(OrderStory.placed().delivered());

        Vector<RecordedEvent> read = Vector.empty();
        Page page = ahead.readAfter(0, 2);
        while (page.events().nonEmpty()) {
            read = read.appendAll(page.events());
            page = ahead.readAfter(page.place(), 2);
        }

        assertThat(read).isEqualTo(events);
    }

    @Test
    void whatHasComeSinceAPageWasReadAheadIsOnIt() throws Exception {
        OrderStory story = OrderStory.placed().approved();
        keep(story);
        long end = ahead.readAfter(0, (int) log.end()).place();
        watched.next();
        assertThat(watched.next()).isEqualTo(end);

        Vector<RecordedEvent> all = keep(story.delivered());

        assertThat(ahead.readAfter(end, (int) end).events())
                .isEqualTo(all.drop((int) end).take((int) end));
    }

    @Test
    void whoGoesToAnotherPlaceGetsThatOne() {
        keep(OrderStory.placed().delivered());

        ahead.readAfter(0, 2);
        assertThat(ahead.readAfter(3, 2)).isEqualTo(log.readAfter(3, 2));
        assertThat(ahead.readAfter(5, 1)).isEqualTo(log.readAfter(5, 1));
        assertThat(ahead.readAfter(0, 2)).isEqualTo(log.readAfter(0, 2));
    }

    @Test
    void whatFailedAheadIsReadByWhoeverWantsIt() throws Exception {
        keep(OrderStory.placed().delivered());
        watched.failures.add(() -> null);
        watched.failures.add(() -> new StoreUnavailable("away"));
        long place = ahead.readAfter(0, 2).place();
        watched.next();
        watched.next();

        assertThat(ahead.readAfter(place, 2)).isEqualTo(log.readAfter(place, 2));
    }

    @Test
    void whereReadingFailsTheReaderLearnsIt() {
        watched.failures.add(() -> new StoreUnavailable("away"));

        assertThatThrownBy(() -> ahead.readAfter(0, 2)).isInstanceOf(StoreUnavailable.class);
    }

    private Vector<RecordedEvent> keep(OrderStory story) {
        Vector<RecordedEvent> events = story.history().events();
        events.drop(log.load(story.id()).events().size())
                .forEach(recorded ->
                        log.append(story.id(), recorded.version() - 1, recorded.by(), List.of(recorded.event())));
        return log.load(story.id()).events();
    }

    /** Tells after which places somebody has read, and may fail. */
    private final class WatchedLog implements EventLog {

        private final BlockingQueue<Long> read = new LinkedBlockingQueue<>();
        private final ConcurrentLinkedQueue<Supplier<RuntimeException>> failures = new ConcurrentLinkedQueue<>();

        long next() throws InterruptedException {
            return read.poll(10, TimeUnit.SECONDS);
        }

        @Override
        public Page readAfter(long afterPlace, int limit) {
            Supplier<RuntimeException> failure = failures.poll();
            try {
                if (failure != null && failure.get() != null) {
                    throw failure.get();
                }
                return log.readAfter(afterPlace, limit);
            } finally {
                read.add(afterPlace);
            }
        }

        @Override
        public long end() {
            return log.end();
        }

        @Override
        public void awaitAfter(long afterPlace, Duration atMost) throws InterruptedException {
            log.awaitAfter(afterPlace, atMost);
        }
    }
}
