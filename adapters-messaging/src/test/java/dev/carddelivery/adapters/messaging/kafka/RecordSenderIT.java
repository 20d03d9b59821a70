package dev.carddelivery.adapters.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.port.StoreUnavailable;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RecordSenderIT {

    private static final int ROUNDS = 10;
    private static final int TAKEN = 200;
    private static final int REFUSED_BY_CLIENT = 2_000_000;
    private static final int REFUSED_BY_BROKER = 20_000;

    /** A batch for each record, so that one can fail while the next is on its way. */
    private final KafkaConnection connection =
            TestCluster.shared().connect(1, HashMap.of("batch.size", "1", "linger.ms", "0"));

    @Test
    void nothingIsSentAfterARecordThatTheBrokerRefused() throws Exception {
        assertThat(gaps(page -> sendAll(page, REFUSED_BY_BROKER))).isZero();
    }

    @Test
    void nothingIsSentAfterARecordThatWasTooLargeToSend() throws Exception {
        assertThat(gaps(page -> sendAll(page, REFUSED_BY_CLIENT))).isZero();
    }

    /** The control: a producer as it comes goes on with the next record. */
    @Test
    void whoJustSendsLeavesGaps() throws Exception {
        assertThat(gaps(page -> justSend(page, REFUSED_BY_BROKER))).isPositive();
    }

    @Test
    void afterAFailureItSendsAgain() throws Exception {
        makeTopic();
        try (RecordSender sender = new RecordSender(connection)) {
            assertThatThrownBy(() -> sender.send(records(0, REFUSED_BY_BROKER)))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("cannot be used now");

            sender.send(records(1, TAKEN));
        }

        assertThat(Topic.read(connection, topic()).map(record -> record.key()))
                .containsSubsequence("1 before", "1 failing", "1 after");
    }

    @Test
    void aClusterThatHasFailedTwiceIsNotAskedForAMoment() throws Exception {
        KafkaConnection nowhere = TestCluster.connect("127.0.0.1:1", 1, (short) 1, HashMap.empty());
        try (RecordSender sender = new RecordSender(nowhere)) {
            for (int failure = 0; failure < 2; failure++) {
                assertThatThrownBy(() -> sender.send(records(0, TAKEN)))
                        .isInstanceOf(StoreUnavailable.class)
                        .hasMessageContaining("127.0.0.1:1");
            }

            assertThatThrownBy(() -> sender.send(records(0, TAKEN)))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("OPEN");
        }
    }

    /** How many of some pages, each with one bad record in it, left a record in the topic behind that one. */
    private int gaps(Sending sending) throws Exception {
        makeTopic();
        for (int page = 0; page < ROUNDS; page++) {
            sending.send(page);
        }
        return Topic.read(connection, topic()).count(record -> record.key().endsWith("after"));
    }

    @FunctionalInterface
    private interface Sending {
        void send(int page) throws Exception;
    }

    private void sendAll(int page, int size) {
        try (RecordSender sender = new RecordSender(connection)) {
            assertThatThrownBy(() -> sender.send(records(page, size))).isInstanceOf(StoreUnavailable.class);
        }
    }

    private void justSend(int page, int size) {
        AtomicInteger failed = new AtomicInteger();
        try (Producer<String, byte[]> producer = connection.producer()) {
            records(page, size)
                    .forEach(record -> producer.send(record, (place, failure) -> {
                        if (failure != null) {
                            failed.incrementAndGet();
                        }
                    }));
            producer.flush();
        }
        assertThat(failed).hasPositiveValue();
    }

    private Seq<ProducerRecord<String, byte[]>> records(int page, int size) {
        Vector<ProducerRecord<String, byte[]>> after = Vector.fill(20, () -> record(page + " after", TAKEN));
        return after.prepend(record(page + " failing", size)).prepend(record(page + " before", TAKEN));
    }

    private ProducerRecord<String, byte[]> record(String key, int size) {
        return new ProducerRecord<>(topic(), key, new byte[size]);
    }

    private String topic() {
        return connection.topics().events();
    }

    private void makeTopic() throws Exception {
        NewTopic small = new NewTopic(topic(), 1, (short) 1).configs(Map.of("max.message.bytes", "10000"));
        try (Admin admin = connection.admin()) {
            admin.createTopics(List.of(small).asJava()).all().get();
        }
    }
}
