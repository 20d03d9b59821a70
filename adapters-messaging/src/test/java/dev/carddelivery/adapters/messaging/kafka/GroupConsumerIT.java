package dev.carddelivery.adapters.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.application.CapturedLog;
import dev.carddelivery.application.process.Worker;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupConsumerIT {

    private final KafkaConnection connection = TestCluster.shared().connect(4);
    private final String topic = connection.topics().reports();
    private final String group = connection.group();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    @Test
    void takesEachKeysRecordsInTheirOrderAndRemembersHowFarItCame() {
        send(records(10, 20));

        try (GroupConsumer reader = read(this::note)) {
            await().untilAsserted(() -> assertThat(committed()).isEqualTo(200));
        }
        try (GroupConsumer next = read(this::note)) {
            send(Vector.of(record("last", "last")));
            await().untilAsserted(() -> assertThat(taken).contains("last"));
        }

        assertThat(taken).hasSize(201);
        assertThat(Vector.ofAll(taken).remove("last").groupBy(value -> value.split(" ")[0]))
                .allSatisfy(ofKey ->
                        assertThat(ofKey._2).isEqualTo(Vector.range(0, 20).map(number -> ofKey._1 + " " + number)));
    }

    @Test
    void recordsOfDifferentKeysAreTakenSideBySide() throws InterruptedException {
        Phaser bothAtWork = new Phaser(2);
        send(Vector.of("a", "b").map(key -> new ProducerRecord<>(topic, 0, key, key.getBytes(StandardCharsets.UTF_8))));

        try (GroupConsumer reader = read(record -> {
            bothAtWork.arriveAndAwaitAdvance();
            note(record);
        })) {
            await().untilAsserted(() -> assertThat(taken).containsExactlyInAnyOrder("a", "b"));
        }
    }

    @Test
    void whatFailsComesAgainAndItsKeysLaterRecordsWaitForIt() {
        AtomicInteger failures = new AtomicInteger(3);
        send(records(2, 5));

        try (CapturedLog log = new CapturedLog(Worker.class);
                GroupConsumer reader = read(record -> {
                    if (value(record).equals("key1 2") && failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("not yet");
                    }
                    note(record);
                })) {
            await().untilAsserted(() -> assertThat(committed()).isEqualTo(10));
            assertThat(log.messages()).isNotEmpty();
        }

        assertThat(failures).hasNegativeValue();
        assertThat(Vector.ofAll(taken).distinct().filter(value -> value.startsWith("key1")))
                .isEqualTo(Vector.range(0, 5).map(number -> "key1 " + number));
    }

    @Test
    void nothingIsRememberedOfWhatWasNotTaken() {
        CountDownLatch tried = new CountDownLatch(2);
        send(records(1, 5));
        try (CapturedLog log = new CapturedLog(Worker.class);
                GroupConsumer failing = read(record -> {
                    tried.countDown();
                    throw new IllegalStateException("never");
                })) {
            await().until(() -> tried.getCount() == 0);
            assertThat(committed()).isZero();
            assertThat(log.messages()).isNotEmpty();
        }

        try (GroupConsumer other = read(this::note)) {
            await().untilAsserted(() -> assertThat(taken).hasSize(5));
        }
    }

    @Test
    void nothingIsRememberedOfWhatWasTakenAndNotFinished() {
        AtomicInteger failures = new AtomicInteger(2);
        send(records(1, 5));

        try (CapturedLog log = new CapturedLog(Worker.class);
                GroupConsumer reader = read(new GroupConsumer.Work() {
                    @Override
                    public void take(ConsumerRecord<String, byte[]> record) {
                        note(record);
                    }

                    @Override
                    public void finish() {
                        if (failures.getAndDecrement() > 0) {
                            assertThat(committed()).isZero();
                            throw new IllegalStateException("not yet");
                        }
                    }
                })) {
            await().untilAsserted(() -> assertThat(committed()).isEqualTo(5));
            assertThat(log.messages()).isNotEmpty();
        }

        assertThat(taken).hasSizeGreaterThanOrEqualTo(15);
        assertThat(Vector.ofAll(taken).distinct()).hasSize(5);
    }

    @Test
    void severalShareTheWorkAndTakeOverFromOneThatLeaves() {
        List<String> takenByTheOther = new CopyOnWriteArrayList<>();
        try (GroupConsumer first = read(this::note)) {
            GroupConsumer second = read(record -> takenByTheOther.add(value(record)));
            AtomicInteger sent = new AtomicInteger();
            await().untilAsserted(() -> {
                send(Vector.fill(20, () -> record("key" + sent.get(), "value" + sent.getAndIncrement())));
                assertThat(taken).isNotEmpty();
                assertThat(takenByTheOther).isNotEmpty();
            });
            second.close();

            send(Vector.fill(100, () -> record("key" + sent.get(), "value" + sent.getAndIncrement())));
            await().untilAsserted(() ->
                    assertThat(HashSet.ofAll(taken).addAll(takenByTheOther)).hasSize(sent.get()));
        }
    }

    @Test
    void startsWithoutACluster() {
        KafkaConnection nowhere = TestCluster.connect("127.0.0.1:1", 1, (short) 1, HashMap.empty());

        try (CapturedLog log = new CapturedLog(Worker.class);
                GroupConsumer reader = new GroupConsumer(nowhere, group, HashSet.of(topic), this::note)) {
            await().untilAsserted(() -> assertThat(log.messages())
                    .anySatisfy(line -> assertThat(line).contains("127.0.0.1:1 cannot be used now")));
        }
    }

    private GroupConsumer read(GroupConsumer.Work work) {
        return new GroupConsumer(connection, group, HashSet.of(topic), work);
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
