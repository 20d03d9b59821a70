package dev.carddelivery.adapters.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageContractTest {

    @ParameterizedTest
    @ValueSource(strings = {"asyncapi.yaml", "schemas/order.placed.v1.json", "schemas/common.v1.json"})
    void isMadeOfFiles(String name) {
        assertThat(MessageContract.file(name)).isNotEmpty();
    }

    @Test
    void otherFilesOfTheClassPathAreNoneOfIt() {
        assertThat(MessageContractTest.class.getResource("/logback-test.xml")).isNotNull();
        assertThat(MessageContract.file("logback-test.xml")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "schemas", "schemas/", "schemas/../asyncapi.yaml", "schemas/nobody.v1.json", "/asyncapi.yaml"
            })
    void thereIsNoSuchFile(String name) {
        assertThat(MessageContract.file(name)).isEmpty();
    }
}
