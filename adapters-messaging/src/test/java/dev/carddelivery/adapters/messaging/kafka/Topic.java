package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.adapters.messaging.kafka.KafkaConnection.TopicLayout;
import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** What is in a topic. */
public final class Topic {

    private Topic() {}

    /** All that is there at the moment: partition by partition, in the order of each. */
    public static Vector<ConsumerRecord<String, byte[]>> read(KafkaConnection connection, String topic) {
        try (Consumer<String, byte[]> reader = connection.consumer("reader-" + UUID.randomUUID())) {
            List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Vector<ConsumerRecord<String, byte[]>> records = Vector.empty();
            while (reader.endOffsets(partitions).entrySet().stream()
                    .anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                records = records.appendAll(reader.poll(Duration.ofMillis(200)));
            }
            return records.sorted(
                    java.util.Comparator.<ConsumerRecord<String, byte[]>>comparingInt(ConsumerRecord::partition)
                            .thenComparingLong(ConsumerRecord::offset));
        }
    }

    /** The same on a cluster that asks for nothing. */
    public static Vector<ConsumerRecord<String, byte[]>> read(String bootstrapServers, String topic) {
        TopicLayout any = new TopicLayout(1, (short) 1);
        return read(new KafkaConnection(bootstrapServers, HashMap.empty(), any), topic);
    }

    /** All that is there, in the order of the topics as given. */
    static Vector<ConsumerRecord<String, byte[]>> read(KafkaConnection connection, Seq<String> topics) {
        return topics.foldLeft(Vector.empty(), (all, topic) -> all.appendAll(read(connection, topic)));
    }

    /** How many partitions a topic has on a cluster that asks for nothing. */
    public static int partitions(String bootstrapServers, String topic) {
        TopicLayout any = new TopicLayout(1, (short) 1);
        KafkaConnection connection = new KafkaConnection(bootstrapServers, HashMap.empty(), any);
        try (Consumer<String, byte[]> reader = connection.consumer("reader-" + UUID.randomUUID())) {
            return reader.partitionsFor(topic).size();
        }
    }

    /** A header as text; empty where there is none. */
    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
