package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.Outcome.LaidAside;
import dev.carddelivery.application.report.ReceivedMessage;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Copies of the reports that could not be applied, for the partners' people: the original bytes and headers, and beside
 * these why. The letter's id is the key. A copy may come more than once.
 */
final class DeadLetterTopic implements AutoCloseable {

    private static final byte[] NOTHING = {};

    /**
     * What is larger might not be taken, and then nothing after it: who wants the bytes finds them by the letter's id.
     */
    private static final int LARGEST = 256 * 1_024;

    private final String topic;
    private final RecordSender sender;

    DeadLetterTopic(KafkaConnection connection) {
        this.topic = connection.topics().deadLetters();
        this.sender = new RecordSender(connection);
    }

    /**
     * A letter.
     *
     * @param message as it came
     * @param outcome why it was laid aside
     */
    record Letter(ReceivedMessage message, LaidAside outcome) {

        /** Nothing of a message that holds a card number is passed on, nor of one that is too large for the topic. */
        private boolean isReasonOnly() {
            int size = message.headers()
                    .foldLeft(message.body().size(), (sum, header) -> sum + header._1.length() + header._2.length());
            return outcome.reason() == DeadLetter.Reason.CARD_NUMBER || size > LARGEST;
        }
    }

    /** Copies letters. When this returns, the copies are there. */
    void add(Seq<Letter> letters) {
        if (letters.nonEmpty()) {
            sender.send(letters.map(this::record));
        }
    }

    @Override
    public void close() {
        sender.close();
    }

    private ProducerRecord<String, byte[]> record(Letter letter) {
        ProducerRecord<String, byte[]> copy = new ProducerRecord<>(
                topic,
                letter.outcome().deadLetter().toString(),
                letter.isReasonOnly() ? NOTHING : letter.message().body().toArray());
        headers(letter).forEach((name, value) -> copy.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return copy;
    }

    private static Map<String, String> headers(Letter letter) {
        Map<String, String> original =
                letter.isReasonOnly() ? HashMap.empty() : letter.message().headers();
        return original.put("reason", letter.outcome().reason().name().toLowerCase(Locale.ROOT))
                .put("detail", letter.outcome().detail());
    }
}
