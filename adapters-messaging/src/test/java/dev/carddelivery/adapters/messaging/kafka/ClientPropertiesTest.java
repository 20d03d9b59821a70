package dev.carddelivery.adapters.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientPropertiesTest {

    @Test
    void whatClientsTakeIsFineAndSoIsWhatTheyDoNotKnow() {
        assertThat(ClientProperties.refused(HashMap.empty())).isEmpty();
        assertThat(ClientProperties.refused(HashMap.of(
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "sasl.jaas.config", "whatever is in there",
                        "linger.ms", "5",
                        "session.timeout.ms", "10000",
                        "heap.opts", "-Xmx1g")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"security.protocol, ROT13", "linger.ms, soon", "fetch.min.bytes, -1", "retry.backoff.ms, x"})
    void whatOneOfThemRefusesIsNamed(String name, String value) {
        assertThat(ClientProperties.refused(HashMap.of("client.id", "cards", name, value)))
                .contains(name);
    }
}
