package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.adapters.messaging.message.MessageCodec;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.OutgoingMessage.OrderNews;
import dev.carddelivery.application.message.OutgoingMessage.Request;
import dev.carddelivery.application.port.MessagePublisher;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Tells the other domains over Kafka: news in one topic, what a partner is asked in a topic of its own, each message a
 * CloudEvent in binary mode with the order's id as its key.
 *
 * <p>Two instances that both believe to lead do no harm, so nothing fences them off: each sends the log from a place up
 * to which all has arrived, without gaps. So whatever comes first of each message comes in its order, and the rest are
 * repeats, which receivers know by their ids or drop by their {@code sequence}. A transaction for each page would spare
 * them the repeats only if all of them read committed messages only, and make every page wait for its end.
 */
public final class KafkaPublisher implements MessagePublisher, AutoCloseable {

    /** So many are a part of a backlog, whose pace the encoding decides. */
    private static final int MANY = 1_000;

    private final Topics topics;
    private final RecordSender sender;

    public KafkaPublisher(KafkaConnection connection) {
        this.topics = connection.topics();
        this.sender = new RecordSender(connection);
    }

    @Override
    public void publish(Seq<OutgoingMessage> messages) {
        sender.send(messages.size() < MANY ? records(messages) : recordsSideBySide(messages));
    }

    @Override
    public void close() {
        sender.close();
    }

    private Seq<ProducerRecord<String, byte[]>> recordsSideBySide(Seq<OutgoingMessage> messages) {
        Tuple2<? extends Seq<OutgoingMessage>, ? extends Seq<OutgoingMessage>> halves =
                messages.splitAt(messages.size() / 2);
        CompletableFuture<Seq<ProducerRecord<String, byte[]>>> second =
                CompletableFuture.supplyAsync(() -> records(halves._2));
        return records(halves._1).appendAll(second.join());
    }

    private Seq<ProducerRecord<String, byte[]>> records(Seq<OutgoingMessage> messages) {
        return messages.map(this::record);
    }

    private ProducerRecord<String, byte[]> record(OutgoingMessage message) {
        String topic = switch (message) {
            case OrderNews news -> topics.events();
            case Request asked -> topics.requests(asked.request().kind().partner());
        };
        String key = message.orderId().value().toString();
        return KafkaMessageFactory.createWriter(topic, key).writeBinary(MessageCodec.encode(message));
    }
}
