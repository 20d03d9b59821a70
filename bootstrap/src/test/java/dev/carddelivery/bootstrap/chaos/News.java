package dev.carddelivery.bootstrap.chaos;

import dev.carddelivery.adapters.messaging.kafka.KafkaConnection;
import dev.carddelivery.adapters.messaging.kafka.Topic;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What has been told to everybody who wants to know: the topic of events, whole. */
final class News {

    private News() {}

    /** The versions of each order that it tells of, each where it came first. */
    static Map<String, Vector<Integer>> byOrder(KafkaConnection connection) {
        return Topic.read(connection, connection.topics().events())
                .groupBy(ConsumerRecord::key)
                .mapValues(records -> records.map(News::version).distinct());
    }

    private static int version(ConsumerRecord<String, byte[]> news) {
        return Integer.parseInt(Topic.header(news, "ce_sequence"));
    }
}
