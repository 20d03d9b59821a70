package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.application.report.DeadLetter;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Takes copies of the reports that could not be applied, for the partners' people: the original bytes and headers as
 * far as they were kept, and beside these why. The letter's id is the key. A copy may come more than once.
 */
public final class DeadLetterTopic implements Consumer<Seq<DeadLetter>>, AutoCloseable {

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

    /** Copies letters. When this returns, the copies are there. */
    @Override
    public void accept(Seq<DeadLetter> letters) {
        sender.send(letters.map(this::record));
    }

    @Override
    public void close() {
        sender.close();
    }

    private ProducerRecord<String, byte[]> record(DeadLetter letter) {
        ProducerRecord<String, byte[]> copy = new ProducerRecord<>(
                topic,
                letter.id().toString(),
                isReasonOnly(letter) ? NOTHING : letter.message().body().toArray());
        headers(letter).forEach((name, value) -> copy.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return copy;
    }

    private static Map<String, String> headers(DeadLetter letter) {
        Map<String, String> original =
                isReasonOnly(letter) ? HashMap.empty() : letter.message().headers();
        return original.put("reason", letter.reason().name().toLowerCase(Locale.ROOT))
                .put("detail", letter.detail());
    }

    private static boolean isReasonOnly(DeadLetter letter) {
        int size = letter.message()
                .headers()
                .foldLeft(
                        letter.message().body().size(), (sum, header) -> sum + header._1.length() + header._2.length());
        return size > LARGEST;
    }
}
