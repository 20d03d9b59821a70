package dev.carddelivery.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.report.Bytes;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

    @Test
    void aSecretIsReadAsItWasHandedOver() {
        WebhookSecret secret = WebhookSamples.newSecret();

        assertThat(secret.reveal()).startsWith("whsec_");
        assertThat(WebhookSecret.parse(secret.reveal())).containsExactly(secret);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 64})
    void theShortestAndTheLongest(int bytes) {
        assertThat(WebhookSecret.parse(text(bytes))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23, 65})
    void tooShortOrTooLong(int bytes) {
        assertThat(WebhookSecret.parse(text(bytes))).isEmpty();
        assertThatThrownBy(() -> new WebhookSecret(Bytes.of(new byte[bytes])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_not base64, whatever it is!", "C2FVsBQIhrscChlQIMV+b5sSYspob7oD"})
    void whatIsNoSecret(String text) {
        assertThat(WebhookSecret.parse(text)).isEmpty();
    }

    @Test
    void itIsNeverPrinted() {
        WebhookSecret secret = WebhookSamples.newSecret();
        SigningSecrets secrets = SigningSecrets.first(secret);

        assertThat(WebhookSamples.subscriber().signedWith(secrets).toString())
                .contains("***")
                .doesNotContain(secret.reveal().substring(6));
    }

    private static String text(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
