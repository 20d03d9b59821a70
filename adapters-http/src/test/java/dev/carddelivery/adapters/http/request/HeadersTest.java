package dev.carddelivery.adapters.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.security.Caller;
import dev.carddelivery.adapters.http.security.Role;
import dev.carddelivery.application.Samples;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HeadersTest {

    private static final Caller ANNA = new Caller(Samples.ANNA, Role.CUSTOMER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    text/event-stream                  | true
                    TEXT/Event-Stream;q=0.1            | true
                    text/*                             | true
                    */*                                | true
                    application/json, */*;q=0.1        | true
                    */*, text/event-stream;q=0         | false
                    text/event-stream, */*;q=0         | true
                    text/*;q=0.000, */*                | false
                    application/json                   | false
                    text/html, text/plain              | false
                    ''                                 | false
                    """)
    void accept(String accept, boolean admitted) {
        assertThat(Accept.admits(accept, "text/event-stream")).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wait=30                        | 30
                    Wait = 30                      | 30
                    wait="30"                      | 30
                    respond-async, wait=5; x=1     | 5
                    wait=0                         | 0
                    wait=61                        | 60
                    wait=999999999                 | 60
                    """)
    void prefer(String prefer, int seconds) {
        assertThat(Preference.longestWait(prefer)).isEqualTo(Option.some(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"wait", "wait=", "wait=-1", "wait=1.5", "wait=9999999999", "await=5", "respond-async"})
    void preferencesThatArePassedOver(String prefer) {
        assertThat(Preference.longestWait(prefer)).isEmpty();
    }

    @Test
    void aKeyNamesTheSameOrderForTheSameCallerOnly() {
        IdempotencyKey key = IdempotencyKey.parse(ANNA, "k").get();
        assertThat(IdempotencyKey.parse(ANNA, "\"k\"").get().orderId()).isEqualTo(key.orderId());
        Caller boris = new Caller(Samples.BORIS, Role.CUSTOMER);
        assertThat(IdempotencyKey.parse(boris, "k").get().orderId()).isNotEqualTo(key.orderId());
        assertThat(key.orderId().value().version()).isEqualTo(8);
        assertThat(key.orderId().value().variant()).isEqualTo(2);
    }

    @Test
    void aKeyNamesTheSameCommandForTheSameContentOnly() {
        IdempotencyKey key = IdempotencyKey.parse(ANNA, "k").get();
        CommandId first = key.commandId(Examples.ORDER_ID, "updateOrder", json("{\"a\":{\"b\":1,\"c\":[2]}}"));
        CommandId respelled = key.commandId(Examples.ORDER_ID, "updateOrder", json("{\"a\":{\"c\":[2],\"b\":1}}"));
        CommandId other = key.commandId(Examples.ORDER_ID, "updateOrder", json("{\"a\":{\"b\":1,\"c\":[3]}}"));
        CommandId otherwise = key.commandId(Examples.ORDER_ID, "cancelOrder", json("{\"a\":{\"b\":1,\"c\":[2]}}"));
        assertThat(respelled).isEqualTo(first);
        assertThat(other.value()).isEqualTo(first.value());
        assertThat(other.fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(otherwise.fingerprint()).isNotEqualTo(first.fingerprint());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
