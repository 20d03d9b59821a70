package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.application.report.ReportIntake;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Takes in the partners' reports from Kafka, together with the other instances of this program. A report counts as read
 * when it is durable: in an order's history, waiting for its order, or among the dead letters.
 */
public final class KafkaReportConsumer implements AutoCloseable {

    private final GroupConsumer consumer;

    /** Starts to take in reports. */
    public KafkaReportConsumer(KafkaConnection connection, ReportIntake intake) {
        this.consumer = new GroupConsumer(
                connection,
                connection.group(),
                HashSet.of(connection.topics().reports()),
                record -> intake.accept(message(record)));
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Who may write to the topic is the cluster's business, so a record proves nothing about its sender. */
    private static ReceivedMessage message(ConsumerRecord<String, byte[]> record) {
        byte[] body = record.value() == null ? new byte[0] : record.value();
        return new ReceivedMessage("kafka", Option.none(), headers(record), Bytes.of(body));
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = HashMap.empty();
        for (Header header : record.headers()) {
            String name = header.key().toLowerCase(Locale.ROOT);
            if (header.value() != null && (name.equals("content-type") || name.startsWith("ce_"))) {
                headers = headers.put(name, new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
