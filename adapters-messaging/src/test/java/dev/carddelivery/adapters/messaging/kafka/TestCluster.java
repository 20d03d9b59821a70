package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.adapters.messaging.kafka.KafkaConnection.TopicLayout;
import io.vavr.collection.HashMap;
import java.util.UUID;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real Kafka cluster inside the tests' JVM. */
final class TestCluster implements AutoCloseable {

    private final KafkaClusterTestKit kit;
    private final int brokers;

    private TestCluster(KafkaClusterTestKit kit, int brokers) {
        this.kit = kit;
        this.brokers = brokers;
    }

    private static final class Shared {

        private static final TestCluster INSTANCE = start();

        private static TestCluster start() {
            try {
                return TestCluster.start(1, SecurityProtocol.PLAINTEXT);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One broker, which all tests of this JVM share and nobody closes. */
    static TestCluster shared() {
        return Shared.INSTANCE;
    }

    /** A cluster for one test, whose first broker is its controller, too. */
    static TestCluster start(int brokers, SecurityProtocol security) throws Exception {
        return start(brokers, security, true);
    }

    /** A cluster of one broker and a controller beside it. */
    static TestCluster withControllerApart() throws Exception {
        return start(1, SecurityProtocol.PLAINTEXT, false);
    }

    private static TestCluster start(int brokers, SecurityProtocol security, boolean combined) throws Exception {
        TestKitNodes nodes = new TestKitNodes.Builder()
                .setCombined(combined)
                .setNumBrokerNodes(brokers)
                .setNumControllerNodes(1)
                .setBrokerSecurityProtocol(security)
                .setControllerSecurityProtocol(security)
                .build();
        KafkaClusterTestKit kit = new KafkaClusterTestKit.Builder(nodes)
                .setConfigProp("offsets.topic.replication.factor", Integer.toString(brokers))
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("controlled.shutdown.enable", "false")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .build();
        kit.format();
        kit.startup();
        kit.waitForReadyBrokers();
        return new TestCluster(kit, brokers);
    }

    String bootstrapServers() {
        return kit.bootstrapServers();
    }

    /** A connection with topics and a group that nobody used before, on every broker. */
    KafkaConnection connect(int partitions) {
        return connect(partitions, HashMap.empty());
    }

    KafkaConnection connect(int partitions, io.vavr.collection.Map<String, String> properties) {
        return connect(bootstrapServers(), partitions, (short) brokers, properties);
    }

    static KafkaConnection connect(
            String servers, int partitions, short replication, io.vavr.collection.Map<String, String> properties) {
        return new KafkaConnection(
                servers, properties, new TopicLayout(partitions, replication), "test-" + UUID.randomUUID());
    }

    /** Stops the last one of the brokers, which is not the controller. */
    void stopLastBroker() {
        kit.brokers().get(brokers - 1).shutdown();
    }

    /** Stops the controller; the brokers go on with what they know. */
    void stopController() {
        kit.controllers().values().forEach(controller -> controller.shutdown());
    }

    @Override
    public void close() {
        try {
            kit.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
