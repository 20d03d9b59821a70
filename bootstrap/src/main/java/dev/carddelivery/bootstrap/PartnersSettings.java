package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Variable.KAFKA_BOOTSTRAP_SERVERS;

import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * How the demo partners work when they run on their own.
 *
 * @param host address to listen on, where they are told how to behave
 * @param port 0 to 65535; 0 means any free one
 * @param kafka the cluster over which they are asked and report
 * @param day how long a calendar day lasts for them
 */
public record PartnersSettings(String host, int port, KafkaSettings kafka, Duration day) {

    private static final int DEFAULT_PORT = 8090;

    /**
     * Reads the settings.
     *
     * @param variables the environment, by name
     * @return the settings, or everything that is wrong with them
     */
    public static Validation<Seq<SettingError>, PartnersSettings> from(Map<String, String> variables) {
        var environment = new Environment(variables);
        return Validation.combine(
                        Settings.host(environment),
                        Settings.port(environment, DEFAULT_PORT),
                        kafka(environment),
                        Settings.demoDay(environment))
                .ap(PartnersSettings::new)
                .mapError(errors -> errors.flatMap(Function.identity()));
    }

    private static Validation<Seq<SettingError>, KafkaSettings> kafka(Environment environment) {
        return KafkaSettings.from(environment)
                .flatMap(
                        kafka -> kafka.<Validation<Seq<SettingError>, KafkaSettings>>map(Validation::valid)
                                .getOrElse(
                                        () -> Environment.wrong(
                                                KAFKA_BOOTSTRAP_SERVERS,
                                                "is not set; partners on their own are asked over Kafka (those of `serve` need none)")));
    }
}
