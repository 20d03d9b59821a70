package dev.carddelivery.adapters.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.messaging.message.MessageCodec;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.port.MessagePublisherContract;
import dev.carddelivery.domain.order.OrderId;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class KafkaPublisherIT extends MessagePublisherContract {

    private final KafkaConnection connection = TestCluster.shared().connect(1);
    private final KafkaPublisher publisher = new KafkaPublisher(connection);

    @AfterEach
    void close() {
        publisher.close();
    }

    @Override
    protected MessagePublisher nothingPublished() {
        return publisher;
    }

    /** Between topics there is no order: here the partners come one after the other. */
    @Override
    protected Seq<PartnerRequest> handedOver() {
        return Topic.read(connection, List.of(Partner.values()).map(connection.topics()::requests))
                .distinctBy(record -> Topic.header(record, "ce_id"))
                .map(KafkaPublisherIT::request);
    }

    /** The contract asks for versions up to ten. */
    private static PartnerRequest request(ConsumerRecord<String, byte[]> record) {
        OrderId order = new OrderId(UUID.fromString(record.key()));
        return List.range(1, 10)
                .crossProduct(List.of(Kind.values()))
                .map(version -> new PartnerRequest(order, version._1, version._2))
                .find(request -> request.id().toString().equals(Topic.header(record, "ce_id")))
                .get();
    }

    @Test
    void newsAndWhatEachPartnerIsAskedGoToTopicsOfTheirOwn() {
        Vector<OutgoingMessage> messages = Messages.ofOneOrder();

        publisher.publish(messages);

        assertThat(ids(connection.topics().events()))
                .isEqualTo(messages.filter(OutgoingMessage.OrderNews.class::isInstance)
                        .map(Messages::id));
        for (Partner partner : Partner.values()) {
            assertThat(ids(connection.topics().requests(partner)))
                    .isNotEmpty()
                    .isEqualTo(messages.filter(message -> Messages.isFor(partner, message))
                            .map(Messages::id));
        }
    }

    @Test
    void aRecordIsTheCloudEventInBinaryModeUnderTheOrdersId() {
        Vector<OutgoingMessage> messages = Messages.ofOneOrder();

        publisher.publish(messages);

        ConsumerRecord<String, byte[]> first =
                Topic.read(connection, connection.topics().events()).head();
        CloudEvent event = MessageCodec.encode(messages.head());
        assertThat(first.key()).isEqualTo(messages.head().orderId().value().toString());
        assertThat(first.value()).isEqualTo(event.getData().toBytes());
        assertThat(Topic.header(first, "content-type")).isEqualTo("application/json");
        assertThat(Topic.header(first, "ce_type")).isEqualTo("dev.carddelivery.order.placed.v1");
        assertThat(KafkaMessageFactory.createReader(first).toEvent()).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 10_000})
    void theMessagesOfAnOrderKeepTheirOrderOverSeveralPartitions(int page) {
        KafkaConnection wide = TestCluster.shared().connect(5);
        Vector<OutgoingMessage> messages = Messages.ofOrders(100);

        try (KafkaPublisher toMany = new KafkaPublisher(wide)) {
            messages.grouped(page).forEach(toMany::publish);
        }

        Vector<ConsumerRecord<String, byte[]>> events =
                Topic.read(wide, wide.topics().events());
        assertThat(messages).hasSizeBetween(1_000, 10_000);
        assertThat(events.map(ConsumerRecord::partition).distinct()).hasSize(5);
        assertThat(Messages.byOrder(events)).isEqualTo(Messages.newsByOrder(messages));
    }

    private Seq<String> ids(String topic) {
        return Topic.read(connection, topic).map(record -> Topic.header(record, "ce_id"));
    }
}
