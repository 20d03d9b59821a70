package dev.carddelivery.adapters.messaging.kafka;

import static dev.carddelivery.adapters.messaging.kafka.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.port.StoreUnavailable;
import io.vavr.collection.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TopicSetupIT {

    private final KafkaConnection connection = TestCluster.shared().connect(3);

    @Test
    void theTopicsHaveTheNamesOfTheContract() {
        assertThat(new KafkaConnection("nowhere:1", HashMap.empty(), connection.layout())
                        .topics()
                        .all())
                .containsExactlyInAnyOrder(
                        "card-delivery.events",
                        "card-delivery.requests.identity",
                        "card-delivery.requests.bureau",
                        "card-delivery.requests.courier",
                        "card-delivery.requests.notifications",
                        "card-delivery.reports",
                        "card-delivery.dead-letters");
    }

    @Test
    void makesWhatIsMissingAndLeavesTheRestAsItIs() throws Exception {
        try (Admin admin = connection.admin()) {
            NewTopic present = new NewTopic(connection.topics().reports(), 7, (short) 1);
            admin.createTopics(List.of(present)).all().get();
        }

        new TopicSetup(connection).ensure();
        new TopicSetup(connection).ensure();

        everyBrokerKnows(7);
        assertThat(partitions())
                .containsEntry(connection.topics().reports(), 7)
                .containsEntry(connection.topics().events(), 3);
    }

    @Test
    void severalInstancesMayDoSoAtTheSameTime() throws Exception {
        Simultaneously.run(8, number -> () -> {
            new TopicSetup(connection).ensure();
            return number;
        });

        everyBrokerKnows(7);
    }

    @Test
    void saysInSecondsWhichClusterDoesNotAnswer() {
        KafkaConnection nowhere = TestCluster.connect("127.0.0.1:1", 3, (short) 1, HashMap.empty());

        assertThatThrownBy(() -> new TopicSetup(nowhere).ensure())
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageMatching("Kafka at 127.0.0.1:1 cannot be used now: Timed out.*");
    }

    @Test
    void saysWhichNameCannotBeResolved() {
        KafkaConnection nowhere = TestCluster.connect("no-such-host.invalid:9092", 3, (short) 1, HashMap.empty());

        assertThatThrownBy(() -> new TopicSetup(nowhere).ensure())
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("Kafka at no-such-host.invalid:9092 cannot be used now:"
                        + " No resolvable bootstrap urls given in bootstrap.servers");
    }

    @Test
    void saysWhatTheClusterDoesNotAgreeTo() {
        KafkaConnection greedy =
                TestCluster.connect(TestCluster.shared().bootstrapServers(), 3, (short) 3, HashMap.empty());

        assertThatThrownBy(() -> new TopicSetup(greedy).ensure())
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("replication factor");
    }

    /** The one that is asked may not have been told yet. */
    private void everyBrokerKnows(int topics) {
        eventually()
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .untilAsserted(() -> assertThat(partitions()).hasSize(topics));
    }

    private Map<String, Integer> partitions() throws Exception {
        try (Admin admin = connection.admin()) {
            Map<String, TopicDescription> found = admin.describeTopics(
                            connection.topics().all().asJava())
                    .allTopicNames()
                    .get();
            return HashMap.ofAll(found)
                    .mapValues(topic -> topic.partitions().size())
                    .toJavaMap();
        }
    }
}
