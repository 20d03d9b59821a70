package dev.carddelivery.bootstrap.benchmark;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcAwaitedRequests;
import dev.carddelivery.adapters.jdbc.JdbcCheckpoints;
import dev.carddelivery.adapters.jdbc.JdbcEventLog;
import dev.carddelivery.adapters.jdbc.JdbcOrderStore;
import dev.carddelivery.adapters.messaging.kafka.KafkaConnection;
import dev.carddelivery.adapters.messaging.kafka.KafkaPublisher;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.process.AnswersAwaited;
import dev.carddelivery.application.process.ReadAhead;
import dev.carddelivery.application.process.Relay;
import dev.carddelivery.application.process.ReminderSchedule;
import dev.carddelivery.application.process.RevisionTracker;
import dev.carddelivery.application.process.Subscription;
import io.vavr.collection.Seq;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.function.Consumer;

/** Relays a whole log to Kafka, as an instance does, and watches its pace and its memory. */
final class BacklogRelay {

    private static final String NAME = "benchmark";
    private static final ReminderSchedule REMINDERS =
            new ReminderSchedule(io.vavr.collection.List.of(Duration.ofDays(1)));

    /** After so many events it is looked how much memory is in use. */
    private static final List<Integer> LOOKS = List.of(20_000, 100_000, 190_000);

    /** Less than a tenth of what the backlog itself would need. */
    private static final long MOST_GROWTH = 16_000_000;

    private final Queue<Integer> looks = new ArrayDeque<>(LOOKS);
    private long events;
    private long messages;
    private long pauses;
    private long firstHeap;

    private BacklogRelay() {}

    /** Relays the log from its beginning to its end, and prints how fast that was. */
    static void run(String title, Database database, KafkaConnection connection) {
        new BacklogRelay().relay(title, database, connection);
    }

    private void relay(String title, Database database, KafkaConnection connection) {
        JdbcCheckpoints checkpoints = new JdbcCheckpoints(database);
        checkpoints.rewind(NAME, 0);
        try (JdbcEventLog log = new JdbcEventLog(database);
                JdbcOrderStore store = new JdbcOrderStore(database, (batch, committed) -> {});
                KafkaPublisher kafka = new KafkaPublisher(connection)) {
            System.out.println(title);
            Relay relay = new Relay(sent -> {
                kafka.publish(sent);
                messages += sent.size();
            });
            AnswersAwaited awaiting = new AnswersAwaited(new JdbcAwaitedRequests(database), REMINDERS);
            Consumer<Seq<RecordedEvent>> work = new RevisionTracker(store, relay.andThen(awaiting));
            long start = System.nanoTime();
            new Subscription(NAME, new ReadAhead(log), checkpoints, counted(work)).catchUp();
            double seconds = (System.nanoTime() - start - pauses) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "  %,d events in %.1f s: %,.0f events/s, %,.0f messages/s%n",
                    events,
                    seconds,
                    events / seconds,
                    messages / seconds);
        }
    }

    private Consumer<Seq<RecordedEvent>> counted(Consumer<Seq<RecordedEvent>> work) {
        return page -> {
            work.accept(page);
            events += page.size();
            while (!looks.isEmpty() && events >= looks.element()) {
                looks.remove();
                long start = System.nanoTime();
                look();
                pauses += System.nanoTime() - start;
            }
        };
    }

    private void look() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(Locale.ROOT, "  after %,d events: %.1f MB of live heap%n", events, heap / 1e6);
        firstHeap = firstHeap == 0 ? heap : firstHeap;
        if (heap - firstHeap > MOST_GROWTH) {
            throw new IllegalStateException("The memory in use grows with the backlog");
        }
    }
}
