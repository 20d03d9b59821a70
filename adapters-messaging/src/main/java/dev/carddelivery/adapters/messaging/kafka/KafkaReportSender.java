package dev.carddelivery.adapters.messaging.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The partners' side: sends reports over Kafka, each a CloudEvent in binary mode with the order's id as its key. What
 * is sent from several threads at the same time goes together.
 */
public final class KafkaReportSender implements AutoCloseable {

    private final String topic;
    private final RecordSender sender;
    private final Queue<Sending> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    public KafkaReportSender(KafkaConnection connection) {
        this.topic = connection.topics().reports();
        this.sender = new RecordSender(connection);
    }

    /** What one caller sends, and what became of it. */
    private static final class Sending {

        private final Seq<ProducerRecord<String, byte[]>> records;
        private boolean done;
        private @Nullable RuntimeException failure;

        private Sending(Seq<ProducerRecord<String, byte[]>> records) {
            this.records = records;
        }
    }

    /**
     * Sends reports. When this returns, the brokers have them.
     *
     * @throws RuntimeException when they may not have been taken; all of them have to be sent again
     */
    public void send(Seq<CloudEvent> reports) {
        if (reports.isEmpty()) {
            return;
        }
        Sending mine = new Sending(reports.map(this::record));
        waiting.add(mine);
        turn.lock();
        try {
            if (!mine.done) {
                sendAllThatWait();
            }
            if (mine.failure != null) {
                throw mine.failure;
            }
        } finally {
            turn.unlock();
        }
    }

    private void sendAllThatWait() {
        Vector<Sending> together = Vector.empty();
        for (Sending next = waiting.poll(); next != null; next = waiting.poll()) {
            together = together.append(next);
        }
        RuntimeException failure = null;
        try {
            sender.send(together.flatMap(sending -> sending.records));
        } catch (RuntimeException e) {
            failure = e;
        }
        for (Sending sending : together) {
            sending.done = true;
            sending.failure = failure;
        }
    }

    private ProducerRecord<String, byte[]> record(CloudEvent report) {
        return KafkaMessageFactory.createWriter(topic, report.getSubject()).writeBinary(report);
    }

    @Override
    public void close() {
        sender.close();
    }
}
