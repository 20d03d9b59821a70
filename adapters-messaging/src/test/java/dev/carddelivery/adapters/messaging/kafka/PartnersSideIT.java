package dev.carddelivery.adapters.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.messaging.message.ReportCodec;
import dev.carddelivery.adapters.messaging.message.ReportCodec.Report;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.BureauReport;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How those who play the partners take in requests and send reports. */
@Timeout(60)
class PartnersSideIT {

    private final KafkaConnection connection = TestCluster.shared().connect(3);
    private final AtomicReference<Vector<String>> inbox = new AtomicReference<>(Vector.empty());

    @Test
    void reportsAreRecordsUnderTheOrdersIdAlsoWhenManySendAtTheSameTime() throws Exception {
        Vector<CloudEvent> reports = Vector.fill(40, PartnersSideIT::report);

        try (KafkaReportSender sender = new KafkaReportSender(connection)) {
            Simultaneously.run(20, number -> () -> {
                sender.send(reports.slice(2 * number, 2 * number + 2));
                return number;
            });
            sender.send(List.empty());
        }

        var records = Topic.read(connection, connection.topics().reports());
        assertThat(records.map(
                        record -> KafkaMessageFactory.createReader(record).toEvent()))
                .containsExactlyInAnyOrderElementsOf(reports);
        assertThat(records)
                .allSatisfy(record -> assertThat(record.key()).isEqualTo(Topic.header(record, "ce_subject")));
    }

    @Test
    void aReportThatNoBrokerTakesIsNotSent() {
        KafkaConnection nowhere = TestCluster.connect("127.0.0.1:1", 1, (short) 1, HashMap.empty());

        try (KafkaReportSender sender = new KafkaReportSender(nowhere)) {
            assertThatThrownBy(() -> sender.send(List.of(report()))).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void requestsComeInUntilTheyAreKept() {
        Vector<OutgoingMessage> messages = publishedMessages();
        AtomicInteger failures = new AtomicInteger(2);

        Consumer<Seq<CloudEvent>> unreliable = asked -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("The inbox is away");
            }
            keep(asked);
        };

        awaitAll(Partner.BUREAU, group(), unreliable, messages);
        assertThat(failures).hasNegativeValue();
    }

    @Test
    void whatIsNoCloudEventIsPassedOver() {
        try (RecordSender sender = new RecordSender(connection)) {
            String topic = connection.topics().requests(Partner.COURIER);
            sender.send(List.of(new ProducerRecord<>(topic, "x", new byte[] {'x'}), new ProducerRecord<>(topic, null)));
        }
        Vector<OutgoingMessage> messages = publishedMessages();

        awaitAll(Partner.COURIER, group(), this::keep, messages);
    }

    @Test
    void whatWasKeptDoesNotComeAgain() {
        String group = group();
        Vector<OutgoingMessage> messages = publishedMessages();
        awaitAll(Partner.BUREAU, group, this::keep, messages);
        Vector<OutgoingMessage> more = publishedMessages();
        awaitAll(Partner.BUREAU, group, this::keep, messages.appendAll(more));
        assertThat(inbox.get()).doesNotHaveDuplicates();
    }

    private Vector<OutgoingMessage> publishedMessages() {
        Vector<OutgoingMessage> messages = Messages.ofOrders(5);
        try (KafkaPublisher publisher = new KafkaPublisher(connection)) {
            publisher.publish(messages);
        }
        return messages;
    }

    private void awaitAll(
            Partner partner, String group, Consumer<Seq<CloudEvent>> to, Vector<OutgoingMessage> messages) {
        Vector<String> asked =
                messages.filter(message -> Messages.isFor(partner, message)).map(Messages::id);
        KafkaRequestConsumer consumer = new KafkaRequestConsumer(connection, partner, group, to);
        try (consumer) {
            await().atMost(Duration.ofSeconds(30)).until(() -> inbox.get().containsAll(asked));
        }
        assertThat(inbox.get()).containsExactlyInAnyOrderElementsOf(asked);
    }

    private void keep(Seq<CloudEvent> asked) {
        inbox.updateAndGet(kept -> kept.appendAll(asked.map(CloudEvent::getId)));
    }

    private static String group() {
        return "partners-" + UUID.randomUUID();
    }

    private static CloudEvent report() {
        return ReportCodec.encode(new Report(
                UUID.randomUUID().toString(),
                URI.create("demo-bureau"),
                Samples.newOrderId(),
                Option.none(),
                Samples.MORNING,
                new BureauReport.Accepted()));
    }
}
