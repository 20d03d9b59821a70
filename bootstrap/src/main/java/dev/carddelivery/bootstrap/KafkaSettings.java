package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Variable.KAFKA_BOOTSTRAP_SERVERS;
import static dev.carddelivery.bootstrap.Variable.KAFKA_PARTITIONS;
import static dev.carddelivery.bootstrap.Variable.KAFKA_REPLICATION;

import dev.carddelivery.adapters.messaging.kafka.ClientProperties;
import dev.carddelivery.adapters.messaging.kafka.KafkaConnection;
import dev.carddelivery.adapters.messaging.kafka.KafkaConnection.TopicLayout;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import io.vavr.control.Validation;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which Kafka cluster there is, and how to talk to it.
 *
 * @param bootstrapServers some of its brokers, {@code host:port,host:port}
 * @param properties further properties of Kafka's clients by their names there; may hold passwords, so printed without
 *     their values
 * @param partitions into how many parts a topic is divided that is not there yet
 * @param replication on how many brokers such a topic is kept
 */
public record KafkaSettings(
        String bootstrapServers, Map<String, String> properties, int partitions, short replication) {

    private static final String PREFIX = "KAFKA_";
    private static final String NEAR_MISS = "KAFKA_BOOTSTRAP_SERVER";
    private static final String NO_KAFKA =
            "without KAFKA_BOOTSTRAP_SERVERS there is no Kafka; set that as well, or unset this";
    private static final int DEFAULT_PARTITIONS = 12;
    private static final int MOST_PARTITIONS = 1_000;
    private static final int MOST_REPLICAS = 100;

    private static final Pattern SERVERS =
            Pattern.compile("BROKER(,BROKER)*".replace("BROKER", "([0-9A-Za-z._-]+|\\[[0-9A-Fa-f:.]+\\]):[0-9]{1,5}"));

    @Override
    public String toString() {
        return "KafkaSettings[bootstrapServers=%s, properties=%s, partitions=%d, replication=%d]"
                .formatted(bootstrapServers, properties.keySet().toSortedSet(), partitions, replication);
    }

    /** The way to that cluster, which need not be there. */
    KafkaConnection connection() {
        return new KafkaConnection(bootstrapServers, properties, new TopicLayout(partitions, replication));
    }

    /** Reads them; none when no cluster is named. */
    static Validation<Seq<SettingError>, Option<KafkaSettings>> from(Environment environment) {
        return Validation.combine(
                        environment.read(KAFKA_BOOTSTRAP_SERVERS, KafkaSettings::servers),
                        properties(environment),
                        number(environment, KAFKA_PARTITIONS, MOST_PARTITIONS),
                        number(environment, KAFKA_REPLICATION, MOST_REPLICAS))
                .ap((servers, properties, partitions, replication) -> servers.map(brokers -> new KafkaSettings(
                        brokers,
                        properties,
                        partitions.getOrElse(DEFAULT_PARTITIONS),
                        replication.getOrElse(1).shortValue())))
                .mapError(errors -> errors.flatMap(Function.identity()));
    }

    private static Either<String, String> servers(String text) {
        return SERVERS.matcher(text).matches()
                ? Either.right(text)
                : Either.left(
                        "this names no brokers; write for example kafka-1.example.org:9092,kafka-2.example.org:9092");
    }

    /** {@code security.protocol} is {@code KAFKA_SECURITY_PROTOCOL}. */
    private static String variable(String property) {
        return PREFIX + property.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static Validation<Seq<SettingError>, Option<Integer>> number(
            Environment environment, Variable variable, int most) {
        if (environment.text(variable).isDefined()
                && environment.text(KAFKA_BOOTSTRAP_SERVERS).isEmpty()) {
            return Environment.wrong(variable, NO_KAFKA);
        }
        return environment.read(
                variable,
                text -> Try.of(() -> Integer.parseInt(text))
                        .filter(number -> number >= 1 && number <= most)
                        .toEither("\"%s\" is no whole number from 1 to %d".formatted(text, most)));
    }

    private static Validation<Seq<SettingError>, Map<String, String>> properties(Environment environment) {
        Map<String, String> given = given(environment);
        Seq<SettingError> errors = environment.text(KAFKA_BOOTSTRAP_SERVERS).isEmpty()
                ? withoutCluster(given)
                : ClientProperties.refused(given)
                        .map(refused -> new SettingError(variable(refused.name()), refused.reason()));
        return errors.isEmpty() ? Validation.valid(given) : Validation.invalid(errors);
    }

    /**
     * Whoever says how to talk to a cluster wants one. Not all that begins with the prefix says so: container platforms
     * set {@code KAFKA_PORT} and the like.
     */
    private static Seq<SettingError> withoutCluster(Map<String, String> given) {
        Seq<SettingError> useless = given.keySet()
                .toSortedSet()
                .toList()
                .filter(ClientProperties::knows)
                .map(name -> new SettingError(variable(name), NO_KAFKA));
        return given.keySet().map(KafkaSettings::variable).contains(NEAR_MISS)
                ? useless.prepend(
                        new SettingError(NEAR_MISS, "there is no such setting; write KAFKA_BOOTSTRAP_SERVERS"))
                : useless;
    }

    /** {@code KAFKA_SECURITY_PROTOCOL} is {@code security.protocol}. */
    private static Map<String, String> given(Environment environment) {
        List<String> ours = List.of(Variable.values()).map(Variable::name);
        return environment
                .startingWith(PREFIX)
                .filterKeys(name -> !ours.contains(name))
                .mapKeys(name ->
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.'));
    }
}
