package dev.carddelivery.adapters.messaging.kafka;

import dev.carddelivery.adapters.messaging.kafka.ClientProperties.Client;
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
                client(Client.PRODUCER, HashMap.empty()), new StringSerializer(), new ByteArraySerializer()));
    }

    Consumer<String, byte[]> consumer(String group) {
        return open(() -> new KafkaConsumer<>(
                client(Client.CONSUMER, HashMap.of("group.id", group)),
                new StringDeserializer(),
                new ByteArrayDeserializer()));
    }

    Admin admin() {
        return open(() -> Admin.create(client(Client.ADMIN, HashMap.empty())));
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

    private Properties client(Client client, Map<String, String> place) {
        return ClientProperties.of(client, properties, place.put("bootstrap.servers", bootstrapServers));
    }
}
