package dev.carddelivery.adapters.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.webhook.WebhookAttempt.Answered;
import dev.carddelivery.application.webhook.WebhookAttempt.Fault;
import dev.carddelivery.application.webhook.WebhookAttempt.Result;
import dev.carddelivery.application.webhook.WebhookAttempt.Unanswered;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To whom a secure connection is made, with a server whose certificate is for {@code hooks.example.org}. */
class SecureDeliveryTest {

    private static final char[] PASSWORD = "not a secret".toCharArray();

    private static Receiver receiver;
    private static SSLSocketFactory trusting;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        KeyStore keys = certificate(folder.resolve("keys.p12"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        trusting = context.getSocketFactory();
        HttpsServer server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        receiver = new Receiver(server);
    }

    @AfterAll
    static void close() {
        receiver.close();
    }

    /** A certificate that the JDK's own tool has made and signed with itself. */
    private static KeyStore certificate(Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        "hooks",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.example.org",
                        "-ext",
                        "san=dns:hooks.example.org")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            made.load(in, PASSWORD);
        }
        KeyStore both = KeyStore.getInstance("PKCS12");
        both.load(null, PASSWORD);
        both.setKeyEntry("key", made.getKey("hooks", PASSWORD), PASSWORD, made.getCertificateChain("hooks"));
        both.setCertificateEntry("trusted", made.getCertificate("hooks"));
        return both;
    }

    @Test
    void aServerThatIsWhoTheUrlNamesGetsTheDelivery() throws Exception {
        assertThat(send("hooks.example.org", trusting)).isEqualTo(new Answered(204));
        assertThat(receiver.next().header("Host")).isEqualTo("hooks.example.org:" + receiver.port());
    }

    @Test
    void aServerThatIsSomebodyElseGetsNothing() {
        assertThat(send("other.example.org", trusting)).isEqualTo(new Unanswered(Fault.TLS));
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void aServerWhomNobodyVouchesForGetsNothing() {
        assertThat(send("hooks.example.org", (SSLSocketFactory) SSLSocketFactory.getDefault()))
                .isEqualTo(new Unanswered(Fault.TLS));
        assertThat(receiver.waiting()).isZero();
    }

    private static Result send(String host, SSLSocketFactory tls) {
        return new HttpWebhookSender(
                        name -> Vector.of(InetAddress.getLoopbackAddress()), tls, true, Duration.ofSeconds(10))
                .send(
                        "https://" + host + ":" + receiver.port() + "/",
                        List.of(WebhookSamples.newSecret()),
                        WebhookSamples.delivery(UUID.randomUUID(), Samples.MORNING),
                        Samples.MORNING);
    }
}
