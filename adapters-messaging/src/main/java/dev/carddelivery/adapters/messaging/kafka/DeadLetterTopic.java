package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.application.process.DeadLetterCopies;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.ReceivedMessage;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Takes copies of the reports that could not be applied, for the partners' people: the original bytes and headers as
 * far as they were kept, and beside these why. The letter's id is the key. A copy may come more than once.
 */
public final class DeadLetterTopic implements DeadLetterCopies.Receiver, AutoCloseable {

    private static final byte[] NOTHING = {};

    /**
     * What is larger might not be taken, and then nothing after it: who wants the bytes finds them by the letter's id.
     */
    private static final int LARGEST = 256 * 1_024;

    private final String topic;
    private final RecordSender sender;

    public DeadLetterTopic(KafkaConnection connection) {
        this.topic = connection.topics().deadLetters();
        this.sender = new RecordSender(connection);
    }

    @Override
    public void accept(Seq<DeadLetter> letters) {
        if (!send(letters.map(this::copy))) {
            letters.forEach(this::acceptAlone);
        }
    }

    /** So that one which is too large for the topic takes no other with it. */
    private void acceptAlone(DeadLetter letter) {
        if (!send(List.of(copy(letter)))) {
            sender.send(List.of(reason(letter)));
        }
    }

    /** Whether they are there; if not, one is too large for the topic. */
    private boolean send(Seq<ProducerRecord<String, byte[]>> records) {
        try {
            sender.send(records);
            return true;
        } catch (StoreUnavailable e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        sender.close();
    }

    private ProducerRecord<String, byte[]> copy(DeadLetter letter) {
        ReceivedMessage message = letter.message();
        return isReasonOnly(letter)
                ? reason(letter)
                : record(letter, message.body().toArray(), message.headers());
    }

    private ProducerRecord<String, byte[]> reason(DeadLetter letter) {
        return record(letter, NOTHING, HashMap.empty());
    }

    private ProducerRecord<String, byte[]> record(DeadLetter letter, byte[] body, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, letter.id().toString(), body);
        headers.put("reason", letter.reason().name().toLowerCase(Locale.ROOT))
                .put("detail", letter.detail())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Nothing of a message that holds a card number is passed on, even if it should have been kept. */
    private static boolean isReasonOnly(DeadLetter letter) {
        ReceivedMessage message = letter.message();
        int size = message.headers()
                .foldLeft(message.body().size(), (sum, header) -> sum + header._1.length() + header._2.length());
        return letter.reason() == DeadLetter.Reason.CARD_NUMBER || size > LARGEST;
    }
}
