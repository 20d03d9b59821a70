package dev.carddelivery.adapters.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.webhook.UrlFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.org, hooks.example.org, 443, hooks.example.org, /",
        "HTTPS://hooks.example.org/a/b?c=d%20e, hooks.example.org, 443, hooks.example.org, /a/b?c=d%20e",
        "https://hooks.example.org:8443?x, hooks.example.org, 8443, hooks.example.org:8443, /?x",
        "https://93.184.215.14/, 93.184.215.14, 443, 93.184.215.14, /",
        "https://[2606:4700:4700::1111]:444/, 2606:4700:4700::1111, 444, [2606:4700:4700::1111]:444, /",
        "https://xn--e1afmkfd.xn--p1ai/Привет, xn--e1afmkfd.xn--p1ai, 443, xn--e1afmkfd.xn--p1ai, "
                + "/%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82"
    })
    void whereAUrlLeads(String url, String host, int port, String authority, String target) {
        assertThat(WebhookUrl.parse(url, false).get()).isEqualTo(new WebhookUrl(true, host, port, authority, target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hooks.example.org",
                "/hooks",
                "//hooks.example.org",
                "https:",
                "https://",
                "https:///x",
                "https://a b",
                "https://anna:secret@example.org",
                "https://example.org/#part",
                "https://example.org:0",
                "https://example.org:65536",
                "ftp://example.org",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://example.org/\r\nHost: evil",
                "https://пример.рф/",
                "https://exa_mple.org/",
                "mailto:a@b.org",
                "https://127.1/"
            })
    void whatIsNoUrlOfAServer(String url) {
        assertThat(WebhookUrl.fault(url, true)).containsExactly(UrlFault.NO_SERVER);
        assertThat(WebhookUrl.fault(url, false)).containsExactly(UrlFault.NO_SERVER);
    }

    @Test
    void withoutTlsOnlyWherePrivateNetworksAreAllowed() {
        assertThat(WebhookUrl.fault("http://hooks.example.org", false)).containsExactly(UrlFault.NOT_HTTPS);
        assertThat(WebhookUrl.fault("http://hooks.example.org", true)).isEmpty();
        assertThat(WebhookUrl.parse("http://hooks.example.org", true).get().port())
                .isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://LOCALHOST:8443",
                "https://x.localhost/",
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://2130706433/",
                "https://[::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://169.254.169.254/latest/meta-data"
            })
    void whatIsPlainlyPrivate(String url) {
        assertThat(WebhookUrl.fault(url, false)).containsExactly(UrlFault.PRIVATE_ADDRESS);
        assertThat(WebhookUrl.fault(url, true)).isEmpty();
    }
}
