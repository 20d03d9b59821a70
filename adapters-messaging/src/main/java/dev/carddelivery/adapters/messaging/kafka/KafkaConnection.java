package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.application.port.StoreUnavailable;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A Kafka cluster and how to talk to it. Making this does not need the cluster to be there: what needs it fails in
 * seconds, and works again when it is back.
 */
public final class KafkaConnection {

    /** The first part of the names of all topics, and the name of the group that reads the reports. */
    private static final String NAME = "card-delivery";

    /** So that a page of messages fails in seconds where the cluster does not answer. */
    private static final Map<String, String> IMPATIENT = HashMap.of(
            "request.timeout.ms", "3000",
            "socket.connection.setup.timeout.ms", "1000",
            "socket.connection.setup.timeout.max.ms", "2000");

    private static final Map<String, String> PRODUCER = IMPATIENT.merge(HashMap.of(
            "max.block.ms", "5000",
            "delivery.timeout.ms", "10000",
            "linger.ms", "0",
            "batch.size", "131072"));

    /**
     * Neither lost nor, within one order, overtaken: whatever the operator's properties say. One request at a time,
     * since a partition that comes back between two of them can refuse the first and take the second: a broker that
     * knows nothing of this producer yet takes any number to be its first.
     */
    private static final Map<String, String> SAFE_PRODUCER = HashMap.of(
            "acks", "all",
            "enable.idempotence", "true",
            "max.in.flight.requests.per.connection", "1");

    /** What an instance had to do that was killed is done by another one within ten seconds. */
    private static final Map<String, String> CONSUMER = HashMap.of(
            "session.timeout.ms", "6000",
            "heartbeat.interval.ms", "2000",
            "max.poll.records", "100",
            "isolation.level", "read_committed",
            "allow.auto.create.topics", "false");

    private static final Map<String, String> SAFE_CONSUMER =
            HashMap.of("enable.auto.commit", "false", "auto.offset.reset", "earliest");

    private static final Map<String, String> ADMIN = IMPATIENT.put("default.api.timeout.ms", "5000");

    private final String bootstrapServers;
    private final Map<String, String> properties;
    private final TopicLayout layout;
    private final String name;

    /**
     * How topics are made that are not there yet.
     *
     * @param partitions how many parts a topic has, which bounds how many instances can share its work
     * @param replication on how many brokers each part is kept
     */
    public record TopicLayout(int partitions, short replication) {}

    /**
     * The way to a cluster.
     *
     * @param bootstrapServers some of its brokers, {@code host:port,host:port}
     * @param properties any other properties of Kafka's clients, such as {@code security.protocol}; they win over this
     *     program's own as far as no promise depends on these
     */
    public KafkaConnection(String bootstrapServers, Map<String, String> properties, TopicLayout layout) {
        this(bootstrapServers, properties, layout, NAME);
    }

    KafkaConnection(String bootstrapServers, Map<String, String> properties, TopicLayout layout, String name) {
        this.bootstrapServers = bootstrapServers;
        this.properties = properties;
        this.layout = layout;
        this.name = name;
    }

    /** The topics on it. */
    public Topics topics() {
        return new Topics(name);
    }

    /** The name under which the instances of this program share the reports. */
    String group() {
        return name;
    }

    TopicLayout layout() {
        return layout;
    }

    Producer<String, byte[]> producer() {
        return open(() -> new KafkaProducer<>(
                client(PRODUCER, SAFE_PRODUCER), new StringSerializer(), new ByteArraySerializer()));
    }

    Consumer<String, byte[]> consumer(String group) {
        return open(() -> new KafkaConsumer<>(
                client(CONSUMER, SAFE_CONSUMER.put("group.id", group)),
                new StringDeserializer(),
                new ByteArrayDeserializer()));
    }

    Admin admin() {
        return open(() -> Admin.create(client(ADMIN, HashMap.empty())));
    }

    /** The same outage for whoever waits, in whatever way it shows. */
    StoreUnavailable unavailable(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new StoreUnavailable(this + " cannot be used now: " + cause.getMessage(), failure);
    }

    /** Without the properties, which may hold passwords. */
    @Override
    public String toString() {
        return "Kafka at " + bootstrapServers;
    }

    private <T> T open(Supplier<T> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            // Not only a wrong setting: also where none of the names can be resolved at the moment.
            throw unavailable(e);
        }
    }

    private Properties client(Map<String, String> defaults, Map<String, String> safe) {
        Properties client = new Properties();
        client.putAll(safe.put("bootstrap.servers", bootstrapServers)
                .merge(properties)
                .merge(defaults)
                .toJavaMap());
        return client;
    }
}
