package dev.carddelivery.adapters.messaging.kafka;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Looks at properties before any of Kafka's clients is made with them. */
public final class ClientProperties {

    private static final List<ConfigDef> CLIENTS =
            List.of(ProducerConfig.configDef(), ConsumerConfig.configDef(), AdminClientConfig.configDef());

    private ClientProperties() {}

    /**
     * The name of a property whose value one of the clients refuses, if there is one; never the value, which may be
     * secret. Names that no client knows are not refused, since they may be meant for something that is plugged in.
     */
    public static Option<String> refused(Map<String, String> properties) {
        return CLIENTS.flatMap(client -> client.validate(properties.toJavaMap()))
                .filter(checked -> !checked.errorMessages().isEmpty())
                .map(checked -> checked.name())
                .find(properties::containsKey);
    }
}
