package dev.carddelivery.adapters.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.adapters.messaging.kafka.ClientProperties.Refusal;
import dev.carddelivery.adapters.messaging.kafka.KafkaConnection.TopicLayout;
import dev.carddelivery.application.port.StoreUnavailable;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientPropertiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "request.timeout.ms=8000 delivery.timeout.ms=8000 default.api.timeout.ms=8000",
                "session.timeout.ms=2001 linger.ms=5",
                "heap.opts=-Xmx1g acks=0 enable.auto.commit=true group.id=mine"
            })
    void whatClientsTakeIsFineAndSoIsWhatTheyDoNotKnow(String given) {
        assertThat(ClientProperties.refused(properties(given))).isEmpty();
        assertThatCode(() -> makeClients(properties(given))).doesNotThrowAnyException();
    }

    @Test
    void aLoginIsFineAlsoWhereItIsOfNoUseYet() {
        assertThat(ClientProperties.refused(HashMap.of(
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "sasl.jaas.config", "whatever is in there")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "security.protocol, ROT13",
        "linger.ms, soon",
        "fetch.min.bytes, -1",
        "retry.backoff.ms, x",
        "transactional.id, mine",
        "bootstrap.controllers, any:9093"
    })
    void whatOneOfThemRefusesIsNamed(String name, String value) {
        assertThat(ClientProperties.refused(HashMap.of("client.id", "cards", name, value)))
                .extracting(Refusal::name)
                .containsExactly(name);
    }

    /** So does whoever makes the clients, but only when there is something to send. */
    @ParameterizedTest
    @CsvSource({
        "request.timeout.ms=5001, request.timeout.ms, default.api.timeout.ms=5000",
        "delivery.timeout.ms=2999, delivery.timeout.ms, request.timeout.ms=3000",
        "linger.ms=7001, linger.ms, delivery.timeout.ms=10000",
        "default.api.timeout.ms=2999, default.api.timeout.ms, request.timeout.ms=3000",
        "session.timeout.ms=2000, session.timeout.ms, heartbeat.interval.ms=2000",
        "group.protocol=consumer, group.protocol, session.timeout.ms=6000",
        "retries=0, retries, enable.idempotence=true",
        "linger.ms=5000 request.timeout.ms=5001 client.id=x, linger.ms, request.timeout.ms",
    })
    void whatDoesNotGoWithOtherPropertiesIsNamedBesideThem(String given, String name, String other) {
        assertThat(ClientProperties.refused(properties(given))).anySatisfy(refused -> {
            assertThat(refused.name()).isEqualTo(name);
            assertThat(refused.reason()).contains(other);
        });
        assertThatThrownBy(() -> makeClients(properties(given))).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void allAreNamedAtOnceAndWithoutTheirValues() {
        Map<String, String> given =
                properties("request.timeout.ms=54321 security.protocol=s3cret transactional.id=s3cret"
                        + " retries=0 client.id=cards");

        assertThat(ClientProperties.refused(given))
                .extracting(Refusal::name)
                .containsExactly(
                        "request.timeout.ms", "request.timeout.ms", "retries", "security.protocol", "transactional.id");
        assertThat(ClientProperties.refused(given).toString()).doesNotContain("54321", "s3cret");
    }

    @Test
    void knowsWhatAnyOfThemKnows() {
        assertThat(List.of("acks", "group.protocol", "bootstrap.controllers", "security.protocol", "port", "heap.opts")
                        .filter(ClientProperties::knows))
                .containsExactly("acks", "group.protocol", "bootstrap.controllers", "security.protocol");
    }

    /** At an address where nothing listens, since making them needs no cluster. */
    private static void makeClients(Map<String, String> given) {
        KafkaConnection connection = new KafkaConnection("127.0.0.1:1", given, new TopicLayout(1, (short) 1));
        connection.producer().close(Duration.ZERO);
        connection.consumer("any").close();
        connection.admin().close();
    }

    private static Map<String, String> properties(String given) {
        return List.of(given.split(" "))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("="))
                .toMap(each -> each[0], each -> each[1]);
    }
}
