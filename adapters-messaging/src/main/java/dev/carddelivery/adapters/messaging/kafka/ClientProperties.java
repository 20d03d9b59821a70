package dev.carddelivery.adapters.messaging.kafka;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The properties of Kafka's clients: those that an operator gives among this program's own. They can be looked at
 * before any client is made with them, which otherwise is found out only when there is something to send.
 */
public final class ClientProperties {

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

    /** What no client can be made without. */
    private static final Map<String, String> NEEDED = HashMap.of(
            "bootstrap.servers", "any:9092",
            "group.id", "any",
            "key.serializer", "org.apache.kafka.common.serialization.StringSerializer",
            "value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer",
            "key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer",
            "value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");

    /** Kafka would take them, and then refuse what this program does. */
    private static final Map<String, String> UNWANTED = HashMap.of(
            "transactional.id", "this program sends without transactions; unset it",
            "bootstrap.controllers", "this program asks brokers, not controllers; unset it");

    /** The kinds of clients that this program makes. */
    enum Client {
        PRODUCER,
        CONSUMER,
        ADMIN
    }

    /**
     * A property that one of the clients refuses.
     *
     * @param name its name
     * @param reason why; never its value, which may be secret
     */
    public record Refusal(String name, String reason) {}

    private ClientProperties() {}

    /**
     * The properties that the clients refuse, each by itself or beside the others. Names that no client knows are not
     * refused, since they may be meant for something that is plugged in. One that several clients refuse beside others
     * is there for each of them, since each has its own others.
     */
    public static Seq<Refusal> refused(Map<String, String> given) {
        Seq<Refusal> unwanted =
                UNWANTED.filterKeys(given::containsKey).toList().map(why -> new Refusal(why._1, why._2));
        Seq<Refusal> invalid = List.of(Client.values())
                .flatMap(client -> definition(client).validate(given.toJavaMap()))
                .filter(checked -> !checked.errorMessages().isEmpty() && given.containsKey(checked.name()))
                .map(checked -> new Refusal(checked.name(), "Kafka does not take this value"));
        Seq<Refusal> alone = unwanted.appendAll(invalid);
        Map<String, String> left = given.removeAll(alone.map(Refusal::name));
        return List.of(Client.values())
                .<Refusal>flatMap(client -> conflicts(client, left))
                .prependAll(alone)
                .distinct()
                .sortBy(Refusal::name);
    }

    /** Whether this is the name of a property of one of the clients. */
    public static boolean knows(String name) {
        return List.of(Client.values())
                .exists(client -> definition(client).names().contains(name));
    }

    /**
     * Those with which a client is made.
     *
     * @param place what is not for an operator to say here, as where the cluster is
     */
    static Properties of(Client client, Map<String, String> given, Map<String, String> place) {
        Properties all = new Properties();
        all.putAll(
                place.merge(safe(client)).merge(given).merge(defaults(client)).toJavaMap());
        return all;
    }

    private static Seq<Refusal> conflicts(Client client, Map<String, String> given) {
        if (takes(client, given)) {
            return List.empty();
        }
        Set<String> atFault = given.keySet()
                .toSortedSet()
                .foldLeft(given, (left, name) -> takes(client, left.remove(name)) ? left : left.remove(name))
                .keySet()
                .toSortedSet();
        List<String> own = safe(client)
                .merge(defaults(client).removeAll(given.keySet()))
                .map(property -> property._1 + "=" + property._2)
                .toList()
                .sorted();
        String others = own.prependAll(atFault.tail()).mkString(", ");
        // This program's own get on with each other, so at least one of the operator's is at fault.
        return conflicts(client, given.removeAll(atFault))
                .prepend(new Refusal(
                        atFault.head(),
                        "Kafka's %s does not take this value beside %s"
                                .formatted(client.name().toLowerCase(Locale.ROOT), others)));
    }

    private static boolean takes(Client client, Map<String, String> given) {
        Properties all = of(client, given, NEEDED);
        try {
            return switch (client) {
                case PRODUCER -> outlastsRequests(new ProducerConfig(all));
                case CONSUMER -> beatsInTime(new ConsumerConfig(all));
                case ADMIN -> outlastsRequests(new AdminClientConfig(all));
            };
        } catch (KafkaException e) {
            return false;
        }
    }

    // What follows Kafka checks only when it makes a client.

    private static boolean outlastsRequests(ProducerConfig producer) {
        return producer.getInt("delivery.timeout.ms")
                >= producer.getLong("linger.ms") + producer.getInt("request.timeout.ms");
    }

    private static boolean beatsInTime(ConsumerConfig consumer) {
        return consumer.getInt("heartbeat.interval.ms") < consumer.getInt("session.timeout.ms");
    }

    private static boolean outlastsRequests(AdminClientConfig admin) {
        return admin.getInt("default.api.timeout.ms") >= admin.getInt("request.timeout.ms");
    }

    private static ConfigDef definition(Client client) {
        return switch (client) {
            case PRODUCER -> ProducerConfig.configDef();
            case CONSUMER -> ConsumerConfig.configDef();
            case ADMIN -> AdminClientConfig.configDef();
        };
    }

    private static Map<String, String> defaults(Client client) {
        return switch (client) {
            case PRODUCER -> PRODUCER;
            case CONSUMER -> CONSUMER;
            case ADMIN -> ADMIN;
        };
    }

    private static Map<String, String> safe(Client client) {
        return switch (client) {
            case PRODUCER -> SAFE_PRODUCER;
            case CONSUMER -> SAFE_CONSUMER;
            case ADMIN -> HashMap.empty();
        };
    }
}
