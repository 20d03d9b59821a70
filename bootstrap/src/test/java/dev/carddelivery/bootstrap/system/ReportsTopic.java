package dev.carddelivery.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.application.report.ReceivedMessage;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic to which partners report, from their side. */
final class ReportsTopic {

    private static final String NAME = "card-delivery.reports";
    private static final String READERS = "card-delivery";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrapServers;

    /** Waits until the program has made the topic. */
    ReportsTopic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        try (Admin admin = admin()) {
            await().atMost(PATIENCE)
                    .until(() -> admin.listTopics().names().get().contains(NAME));
        }
    }

    /**
     * Sends messages, each with its key, and waits until the program has read all of them: until then it would get them
     * again.
     */
    void sendAndAwaitRead(Seq<Tuple2<String, ReceivedMessage>> messages) throws Exception {
        Map<TopicPartition, Long> ends = new HashMap<>();
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            for (var sending : messages.map(message -> producer.send(record(message)))) {
                RecordMetadata place = sending.get();
                ends.merge(new TopicPartition(NAME, place.partition()), place.offset() + 1, Math::max);
            }
        }
        try (Admin admin = admin()) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
                var read = admin.listConsumerGroupOffsets(READERS)
                        .partitionsToOffsetAndMetadata()
                        .get();
                return ends.entrySet().stream()
                        .allMatch(end -> read.get(end.getKey()) != null
                                && read.get(end.getKey()).offset() >= end.getValue());
            });
        }
    }

    private static ProducerRecord<String, byte[]> record(Tuple2<String, ReceivedMessage> message) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(NAME, message._1, message._2.body().toArray());
        message._2.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }
}
