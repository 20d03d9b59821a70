package dev.carddelivery.adapters.messaging.kafka;

import static dev.carddelivery.adapters.messaging.kafka.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;

import dev.carddelivery.application.CapturedLog;
import dev.carddelivery.application.process.Worker;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class GroupConsumerIT {

    private final KafkaConnection connection = TestCluster.shared().connect(4);
    private final String topic = connection.topics().reports();
    private final String group = connection.group();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final CapturedLog log = new CapturedLog(Worker.class);
    private final Queue<GroupConsumer> started = new ConcurrentLinkedQueue<>();

    @AfterEach
    void closeAll() {
        started.forEach(GroupConsumer::close);
        log.close();
    }

    @Test
    void takesEachKeysRecordsInTheirOrderAndRemembersHowFarItCame() {
        send(records(10, 20));

        GroupConsumer first = read(this::note);
        eventually().untilAsserted(() -> assertThat(committed()).isEqualTo(200));
        first.close();
        read(this::note);
        send(Vector.of(record("last", "last")));
        eventually().untilAsserted(() -> assertThat(taken).contains("last"));

        assertThat(taken).hasSize(201);
        assertThat(Vector.ofAll(taken).remove("last").groupBy(value -> value.split(" ")[0]))
                .allSatisfy(ofKey ->
                        assertThat(ofKey._2).isEqualTo(Vector.range(0, 20).map(number -> ofKey._1 + " " + number)));
    }

    @Test
    void recordsOfDifferentKeysAreTakenSideBySide() {
        Phaser bothAtWork = new Phaser(2);
        send(Vector.of("a", "b").map(key -> new ProducerRecord<>(topic, 0, key, key.getBytes(StandardCharsets.UTF_8))));

        read(record -> {
            bothAtWork.arriveAndAwaitAdvance();
            note(record);
        });

        eventually().untilAsserted(() -> assertThat(taken).containsExactlyInAnyOrder("a", "b"));
    }

    @Test
    void whatFailsComesAgainAndItsKeysLaterRecordsWaitForIt() {
        AtomicInteger failures = new AtomicInteger(3);
        send(records(2, 5));

        read(record -> {
            if (value(record).equals("key1 2") && failures.getAndDecrement() > 0) {
                if (failures.get() == 1) {
                    throw new NoSuchMethodError("not yet, and an error");
                }
                throw new IllegalStateException("not yet");
            }
            note(record);
        });

        eventually().untilAsserted(() -> assertThat(committed()).isEqualTo(10));
        assertThat(failures).hasNegativeValue();
        assertThat(Vector.ofAll(taken).distinct().filter(value -> value.startsWith("key1")))
                .isEqualTo(Vector.range(0, 5).map(number -> "key1 " + number));
    }

    @Test
    void nothingIsRememberedOfWhatWasNotTaken() {
        AtomicInteger tried = new AtomicInteger();
        send(records(1, 5));
        GroupConsumer failing = read(record -> {
            tried.incrementAndGet();
            throw new IllegalStateException("never");
        });
        eventually().untilAtomic(tried, greaterThan(1));
        assertThat(committed()).isZero();
        failing.close();

        read(this::note);

        eventually().untilAsserted(() -> assertThat(taken).hasSize(5));
    }

    @Test
    void nothingIsRememberedOfWhatWasTakenAndNotFinished() {
        AtomicInteger failures = new AtomicInteger(2);
        Queue<Long> committedMeanwhile = new ConcurrentLinkedQueue<>();
        send(records(1, 5));

        read(new GroupConsumer.Work() {
            @Override
            public void take(ConsumerRecord<String, byte[]> record) {
                note(record);
            }

            @Override
            public void finish() {
                if (failures.getAndDecrement() > 0) {
                    committedMeanwhile.add(committed());
                    throw new IllegalStateException("not yet");
                }
            }
        });

        eventually().untilAsserted(() -> assertThat(committed()).isEqualTo(5));
        assertThat(committedMeanwhile).containsExactly(0L, 0L);
        assertThat(taken).hasSize(15);
        assertThat(Vector.ofAll(taken).distinct()).hasSize(5);
    }

    @Test
    void severalShareTheWorkAndTakeOverFromOneThatLeaves() {
        Queue<String> takenByTheOther = new ConcurrentLinkedQueue<>();
        AtomicInteger sent = new AtomicInteger();
        read(this::note);
        GroupConsumer other = read(record -> takenByTheOther.add(value(record)));
        eventually().untilAsserted(() -> {
            send(Vector.fill(20, () -> record("key" + sent.get(), "value" + sent.getAndIncrement())));
            assertThat(taken).isNotEmpty();
            assertThat(takenByTheOther).isNotEmpty();
        });

        other.close();
        send(Vector.fill(100, () -> record("key" + sent.get(), "value" + sent.getAndIncrement())));

        eventually()
                .untilAsserted(() ->
                        assertThat(HashSet.ofAll(taken).addAll(takenByTheOther)).hasSize(sent.get()));
    }

    @Test
    void startsWithoutACluster() {
        KafkaConnection nowhere = TestCluster.connect("127.0.0.1:1", 1, (short) 1, HashMap.empty());

        started.add(new GroupConsumer(nowhere, group, HashSet.of(topic), this::note));

        eventually()
                .untilAsserted(() -> assertThat(log.messages())
                        .anySatisfy(line -> assertThat(line).contains("127.0.0.1:1 cannot be used now")));
    }

    private GroupConsumer read(GroupConsumer.Work work) {
        GroupConsumer reader = new GroupConsumer(connection, group, HashSet.of(topic), work);
        started.add(reader);
        return reader;
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        taken.add(value(record));
    }

    /** This many keys, and this many records of each. */
    private Vector<ProducerRecord<String, byte[]>> records(int keys, int each) {
        return Vector.range(0, each)
                .flatMap(number -> Vector.range(0, keys).map(key -> record("key" + key, "key" + key + " " + number)));
    }

    private ProducerRecord<String, byte[]> record(String key, String value) {
        return new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String value(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private void send(Seq<ProducerRecord<String, byte[]>> records) {
        try (RecordSender sender = new RecordSender(connection)) {
            sender.send(records);
        }
    }

    /** How many records the group has read for good. */
    private long committed() {
        try (Admin admin = connection.admin()) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
