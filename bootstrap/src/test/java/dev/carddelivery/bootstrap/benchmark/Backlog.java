package dev.carddelivery.bootstrap.benchmark;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcEventLog;
import dev.carddelivery.adapters.jdbc.JdbcOrderStore;
import dev.carddelivery.adapters.jdbc.Sequencer;
import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLog;
import dev.carddelivery.application.port.OrderStore;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Orders that went all the way to an activated card, and of which nobody outside has heard yet. */
final class Backlog {

    private static final int WRITERS = 256;

    private Backlog() {}

    /**
     * Puts whole histories into a log, each command's events at once, as in real life.
     *
     * @param events how many events at least
     * @param underWay how many orders go their way side by side, so how far the events of one lie apart
     */
    static void fill(Database database, int events, int underWay) throws Exception {
        try (JdbcEventLog log = new JdbcEventLog(database);
                Sequencer sequencer = new Sequencer(database, log);
                JdbcOrderStore store = new JdbcOrderStore(database, sequencer::committed)) {
            int there = 0;
            while (there < events) {
                Vector<OrderStory> stories = Vector.fill(underWay, Backlog::story);
                keep(store, stories.map(Backlog::commands));
                there += stories.map(story -> story.history().events().size())
                        .sum()
                        .intValue();
            }
            awaitPlaces(log, there);
        }
    }

    private static OrderStory story() {
        return OrderStory.placed().delivered().activated(Samples.PROOF);
    }

    private static Vector<Vector<RecordedEvent>> commands(OrderStory story) {
        Vector<RecordedEvent> events = story.history().events();
        return events.groupBy(event -> event.by().commandId())
                .values()
                .toVector()
                .sortBy(caused -> caused.head().version());
    }

    /** The first command of all orders, then the second one of all, and so on. */
    private static void keep(OrderStore store, Seq<Vector<Vector<RecordedEvent>>> orders) throws Exception {
        int steps = orders.map(Vector::size).max().getOrElse(0);
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int step = 0; step < steps; step++) {
                int next = step;
                Seq<Callable<Object>> appends = orders.filter(order -> order.size() > next)
                        .map(order -> Executors.callable(() -> append(store, order.get(next))));
                for (Future<Object> append : writers.invokeAll(appends.asJava())) {
                    append.get();
                }
            }
        }
    }

    private static void awaitPlaces(EventLog log, int events) throws InterruptedException {
        EventLog.Page page = new EventLog.Page(Vector.empty(), 0);
        for (int placed = 0; placed < events; placed += page.events().size()) {
            log.awaitAfter(page.place(), Duration.ofSeconds(1));
            page = log.readAfter(page.place(), 2_000);
        }
    }

    private static void append(OrderStore store, Vector<RecordedEvent> caused) {
        RecordedEvent first = caused.head();
        if (!store.append(
                first.orderId(),
                first.version() - 1,
                first.by(),
                caused.map(RecordedEvent::event).toList())) {
            throw new IllegalStateException("Version " + first.version() + " is there already");
        }
    }
}
