package dev.carddelivery.adapters.messaging.kafka;

import static dev.carddelivery.adapters.messaging.kafka.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.port.StoreUnavailable;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clusters as they are run in earnest: with several brokers, and with a password. */
@Timeout(180)
class ClusterIT {

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"plain-admin\" password=\"plain-admin-secret\";";

    @Test
    void aBrokerThatIsLostStopsNothing() throws Exception {
        Vector<OutgoingMessage> messages = Messages.ofOrders(30);
        Queue<String> taken = new ConcurrentLinkedQueue<>();
        try (TestCluster cluster = TestCluster.start(2, SecurityProtocol.PLAINTEXT)) {
            KafkaConnection connection = cluster.connect(6);
            String topic = connection.topics().events();
            GroupConsumer reader = new GroupConsumer(
                    connection,
                    connection.group(),
                    HashSet.of(topic),
                    record -> taken.add(Topic.header(record, "ce_id")));
            try (reader;
                    KafkaPublisher publisher = new KafkaPublisher(connection)) {
                publisher.publish(messages.take(100));
                cluster.stopLastBroker();
                eventually().ignoreException(StoreUnavailable.class).until(() -> {
                    publisher.publish(messages.drop(100));
                    return true;
                });

                eventually()
                        .untilAsserted(() -> assertThat(HashSet.ofAll(taken))
                                .isEqualTo(Messages.newsByOrder(messages)
                                        .values()
                                        .flatMap(ids -> ids)
                                        .toSet()));
                assertThat(Messages.byOrder(Topic.read(connection, topic))).isEqualTo(Messages.newsByOrder(messages));
            }
        }
    }

    /** Until then nothing that it sends expires. */
    @Test
    void aProducerThatIsGivenNoIdFailsInTime() throws Exception {
        try (TestCluster cluster = TestCluster.withControllerApart()) {
            KafkaConnection connection = cluster.connect(1);
            new TopicSetup(connection).ensure();
            cluster.stopController();

            try (KafkaPublisher publisher = new KafkaPublisher(connection)) {
                assertThatThrownBy(() -> publisher.publish(Messages.ofOneOrder()))
                        .isInstanceOf(StoreUnavailable.class)
                        .hasMessageContaining("cannot be used now");
            }
        }
    }

    @Test
    void securityIsAMatterOfPropertiesThatAreHandedOn() throws Exception {
        Map<String, String> security = HashMap.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", LOGIN);
        try (TestCluster cluster = TestCluster.start(1, SecurityProtocol.SASL_PLAINTEXT)) {
            KafkaConnection stranger = cluster.connect(1);
            try (KafkaPublisher publisher = new KafkaPublisher(stranger)) {
                assertThatThrownBy(() -> publisher.publish(Messages.ofOneOrder()))
                        .isInstanceOf(StoreUnavailable.class);
            }
            KafkaConnection known = cluster.connect(1, security);
            Vector<OutgoingMessage> messages = Messages.ofOneOrder();
            try (KafkaPublisher publisher = new KafkaPublisher(known)) {
                publisher.publish(messages);
            }

            assertThat(Messages.byOrder(Topic.read(known, known.topics().events())))
                    .isEqualTo(Messages.newsByOrder(messages));
            assertThat(known.toString()).doesNotContain("secret");
        }
    }
}
