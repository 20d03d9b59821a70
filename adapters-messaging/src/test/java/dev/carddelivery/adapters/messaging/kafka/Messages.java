package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.OutgoingMessage.OrderNews;
import dev.carddelivery.application.message.OutgoingMessage.Request;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.process.Relay;
import dev.carddelivery.application.process.RevisionTracker;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Messages as the relay makes them. */
final class Messages {

    private Messages() {}

    /** What is said about an order that was taken back when its card was on its way. */
    static Vector<OutgoingMessage> ofOneOrder() {
        return ofOrders(1);
    }

    /** What is said about such orders, whose steps were made at the same time. */
    static Vector<OutgoingMessage> ofOrders(int count) {
        InMemoryLog log = new InMemoryLog();
        Vector<OrderStory> stories =
                Vector.fill(count, () -> OrderStory.placed().dispatched().cancelled());
        for (int version = 1; version <= stories.head().latest().version(); version++) {
            int step = version;
            stories.forEach(story -> {
                var recorded = story.history().events().get(step - 1);
                log.append(story.id(), step - 1, recorded.by(), List.of(recorded.event()));
            });
        }
        java.util.List<OutgoingMessage> messages = new ArrayList<>();
        new RevisionTracker(log, new Relay(page -> messages.addAll(page.asJava())))
                .accept(log.readAfter(0, Integer.MAX_VALUE).events());
        return Vector.ofAll(messages);
    }

    static String id(OutgoingMessage message) {
        return message.id().toString();
    }

    static boolean isFor(Partner partner, OutgoingMessage message) {
        return message instanceof Request asked && asked.request().kind().partner() == partner;
    }

    /** The ids of an order's news, by the order's id. */
    static Map<String, Vector<String>> newsByOrder(Seq<OutgoingMessage> messages) {
        return messages.filter(OrderNews.class::isInstance)
                .groupBy(message -> message.orderId().value().toString())
                .mapValues(news -> news.map(Messages::id).toVector());
    }

    /** The ids of what has come, by the order's id: each where it came first. */
    static Map<String, Vector<String>> byOrder(Vector<ConsumerRecord<String, byte[]>> records) {
        return records.groupBy(ConsumerRecord::key)
                .mapValues(ofOrder ->
                        ofOrder.map(record -> Topic.header(record, "ce_id")).distinct());
    }
}
