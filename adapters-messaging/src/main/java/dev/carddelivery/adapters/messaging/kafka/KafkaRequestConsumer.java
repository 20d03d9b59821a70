package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.vavr.collection.HashSet;
import io.vavr.collection.Queue;
import io.vavr.collection.Seq;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The partners' side: takes in what one partner is asked over Kafka. A request counts as read when it is in the inbox;
 * after a crash it may come again. What is no CloudEvent is passed over.
 */
public final class KafkaRequestConsumer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(KafkaRequestConsumer.class.getName());

    private final AtomicReference<Queue<CloudEvent>> taken = new AtomicReference<>(Queue.empty());
    private final GroupConsumer consumer;

    /**
     * Starts to take in requests.
     *
     * @param group the name under which several that play the partner share the work
     * @param inbox keeps requests; they are durable when it returns, and come again when it throws
     */
    public KafkaRequestConsumer(
            KafkaConnection connection, Partner partner, String group, Consumer<Seq<CloudEvent>> inbox) {
        this.consumer = new GroupConsumer(
                connection, group, HashSet.of(connection.topics().requests(partner)), new GroupConsumer.Work() {
                    @Override
                    public void take(ConsumerRecord<String, byte[]> record) {
                        read(record);
                    }

                    @Override
                    public void finish() {
                        inbox.accept(taken.getAndSet(Queue.empty()));
                    }
                });
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        try {
            CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();
            taken.updateAndGet(others -> others.append(event));
        } catch (CloudEventRWException | IllegalArgumentException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Record %d of partition %d of %s is no CloudEvent"
                            .formatted(record.offset(), record.partition(), record.topic()));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
