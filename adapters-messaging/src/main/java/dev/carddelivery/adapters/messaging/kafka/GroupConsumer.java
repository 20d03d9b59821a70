package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.application.process.SideBySide;
import dev.carddelivery.application.process.Worker;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Reads topics in a thread of its own, together with all others of the same group, until it is closed. A record counts
 * as read only when the work on it is done; until then it comes again, here or to another one of the group. So each
 * comes at least once, and those of one key in their order; those of different keys are worked on side by side.
 */
public final class GroupConsumer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GroupConsumer.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration COMMIT = Duration.ofSeconds(3);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** After so much silence the brokers are asked whether they are there: a poll does not tell, and ends empty. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final KafkaConnection connection;
    private final String group;
    private final Set<String> topics;
    private final Work work;
    private final Duration silence;
    private final Worker worker;

    /** Only for the worker's thread, until that has ended. */
    private Option<Consumer<String, byte[]>> consumer = Option.none();

    /** When the brokers were last heard of; for the same thread. */
    private long heard;

    /** What is done with records. */
    @FunctionalInterface
    public interface Work {

        /**
         * Takes in a record, from several threads at the same time.
         *
         * @throws RuntimeException when it has to come again; those after it with the same key wait for it
         */
        void take(ConsumerRecord<String, byte[]> record);

        /**
         * Finishes what was taken in since this was called last. When it returns, nothing of that comes again but by a
         * crash.
         *
         * @throws RuntimeException when all of it has to come again
         */
        default void finish() {}
    }

    /**
     * Starts to read. The cluster need not be there; missing topics of this program are made.
     *
     * @param group the name under which several share the work
     */
    public GroupConsumer(KafkaConnection connection, String group, Set<String> topics, Work work) {
        this(connection, group, topics, work, SILENCE);
    }

    /** One that asks whether anybody is there after another while. */
    GroupConsumer(KafkaConnection connection, String group, Set<String> topics, Work work, Duration silence) {
        this.connection = connection;
        this.group = group;
        this.topics = topics;
        this.work = work;
        this.silence = silence;
        this.worker = Worker.start("kafka " + group, () -> true, this::step);
    }

    /** Ends the work on the last records and leaves the group. */
    @Override
    public void close() {
        worker.close();
        try {
            leave();
        } catch (ConcurrentModificationException e) {
            LOG.log(System.Logger.Level.WARNING, group + " is still at work; what it takes in will come again");
        }
    }

    private Duration step() {
        Consumer<String, byte[]> open = consumer.getOrElse(this::join);
        Vector<ConsumerRecord<String, byte[]>> records = poll(open);
        if (records.nonEmpty()) {
            takeIn(open, records);
        }
        return Duration.ZERO;
    }

    private Consumer<String, byte[]> join() {
        new TopicSetup(connection).ensure();
        Consumer<String, byte[]> joined = connection.consumer(group);
        consumer = Option.some(joined);
        joined.subscribe(topics.toJavaSet());
        heard = System.nanoTime();
        return joined;
    }

    private Vector<ConsumerRecord<String, byte[]>> poll(Consumer<String, byte[]> open) {
        try {
            Vector<ConsumerRecord<String, byte[]>> records = Vector.ofAll(open.poll(PATIENCE));
            if (records.nonEmpty()) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > silence.toNanos()) {
                requireBrokers(open);
                heard = System.nanoTime();
            }
            return records;
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            leave();
            throw connection.unavailable(e);
        }
    }

    /** The one that looks after the group, and those that have the records. */
    private void requireBrokers(Consumer<String, byte[]> open) {
        open.committed(topics.map(topic -> new TopicPartition(topic, 0)).toJavaSet(), ANSWER);
        open.endOffsets(open.assignment(), ANSWER);
    }

    private void leave() {
        consumer.forEach(open -> open.close(CloseOptions.timeout(FAREWELL)));
        consumer = Option.none();
    }

    private void takeIn(Consumer<String, byte[]> open, Vector<ConsumerRecord<String, byte[]>> records) {
        Queue<ConsumerRecord<String, byte[]>> left = new ConcurrentLinkedQueue<>();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        SideBySide.forEach(lines(records), line -> takeInOrder(line, left, failure));
        try {
            work.finish();
        } catch (RuntimeException e) {
            left.addAll(records.asJava());
            failure.set(e);
        }
        goBack(open, Vector.ofAll(left));
        commit(open);
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /** Those that must not overtake each other: of one key, or without one in the same partition. */
    private static Seq<Vector<ConsumerRecord<String, byte[]>>> lines(Vector<ConsumerRecord<String, byte[]>> records) {
        return records.groupBy(record -> record.key() == null ? record.partition() : record.key())
                .values();
    }

    private void takeInOrder(
            Vector<ConsumerRecord<String, byte[]>> line,
            Queue<ConsumerRecord<String, byte[]>> left,
            AtomicReference<RuntimeException> failure) {
        for (int next = 0; next < line.size(); next++) {
            try {
                work.take(line.get(next));
            } catch (RuntimeException | Error e) {
                // An error would otherwise end this thread alone, and the records would count as taken in.
                failure.set(e instanceof RuntimeException known ? known : new IllegalStateException(e));
                left.addAll(line.drop(next).asJava());
                return;
            }
        }
    }

    /** To the first record of each partition that was not taken in. */
    private static void goBack(Consumer<String, byte[]> open, Vector<ConsumerRecord<String, byte[]>> left) {
        left.groupBy(record -> new TopicPartition(record.topic(), record.partition()))
                .mapValues(records -> records.map(ConsumerRecord::offset).min().get())
                .forEach(open::seek);
    }

    /** Up to where the consumer stands, so nothing that was not taken in. */
    private void commit(Consumer<String, byte[]> open) {
        try {
            open.commitSync(COMMIT);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.log(System.Logger.Level.WARNING, group + " will get records again: " + e.getMessage());
        }
    }
}
