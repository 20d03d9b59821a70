package dev.carddelivery.adapters.messaging.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.carddelivery.adapters.messaging.webhook.Receiver.Received;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.webhook.WebhookAttempt.Answered;
import dev.carddelivery.application.webhook.WebhookAttempt.Fault;
import dev.carddelivery.application.webhook.WebhookAttempt.Result;
import dev.carddelivery.application.webhook.WebhookAttempt.Unanswered;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookSecret;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpWebhookSenderTest {

    private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final WebhookSecret secret = WebhookSamples.newSecret();
    private final WebhookDelivery delivery = WebhookSamples.delivery(UUID.randomUUID(), Samples.MORNING);
    private final HttpWebhookSender sender = new HttpWebhookSender(true);
    private Receiver receiver;

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aDeliveryIsOnePostOfAStructuredCloudEvent() throws Exception {
        assertThat(send()).isEqualTo(new Answered(204));

        Received received = receiver.next();
        assertThat(received.method() + " " + received.target()).isEqualTo("POST /hooks?for=cards");
        assertThat(received.header("Host")).isEqualTo("127.0.0.1:" + receiver.port());
        assertThat(received.header("Content-Type")).isEqualTo("application/cloudevents+json");
        assertThat(received.header("webhook-id")).isEqualTo(delivery.id().toString());
        assertThat(received.header("webhook-timestamp")).isEqualTo("" + Samples.MORNING.getEpochSecond());
        assertThat(received.body()).isEqualTo(delivery.message().body().toArray());
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void theSignatureIsWhatTheSpecificationSays() throws Exception {
        send();

        Received received = receiver.next();
        assertThat(received.header("webhook-signature")).isEqualTo("v1," + hmac(secret, received));
    }

    @Test
    void theSignatureConvincesTheLibraryOfStandardWebhooks() throws Exception {
        sender.send(receiver.url(), List.of(secret), delivery, Instant.now());

        Received received = receiver.next();
        new Webhook(secret.reveal()).verify(new String(received.body(), UTF_8), received.headers());
    }

    @Test
    void duringARotationEachSecretSigns() throws Exception {
        WebhookSecret old = WebhookSamples.newSecret();
        sender.send(receiver.url(), List.of(secret, old), delivery, Instant.now());

        Received received = receiver.next();
        assertThat(received.header("webhook-signature"))
                .isEqualTo("v1," + hmac(secret, received) + " v1," + hmac(old, received));
        for (WebhookSecret each : List.of(secret, old)) {
            new Webhook(each.reveal()).verify(new String(received.body(), UTF_8), received.headers());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 301, 302, 303, 304, 307, 308, 400, 404, 410, 429, 500, 503})
    void anAnswerIsItsStatusAndARedirectIsNotFollowed(int status) throws Exception {
        receiver.answer(status);

        assertThat(send()).isEqualTo(new Answered(status));
        receiver.next();
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void whoDoesNotAnswerInTimeIsCut() {
        receiver.fallSilent();
        Duration limit = Duration.ofMillis(300);

        long begun = System.nanoTime();
        Result result =
                sender(host -> loopback(), limit).send(receiver.url(), List.of(secret), delivery, Samples.MORNING);

        assertThat(result).isEqualTo(new Unanswered(Fault.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(limit, LIMIT);
    }

    @Test
    void whoAnswersDropByDropIsCutToo() throws Exception {
        try (ServerSocket server = dripping()) {
            Result result = sender(host -> loopback(), Duration.ofMillis(300))
                    .send("http://127.0.0.1:" + server.getLocalPort(), List.of(secret), delivery, Samples.MORNING);

            assertThat(result).isEqualTo(new Unanswered(Fault.TIMEOUT));
        }
    }

    /** A server that begins a line and never ends it, a letter at a time. */
    private static ServerSocket dripping() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> {
            try (Socket client = server.accept()) {
                while (client.getInputStream().read() >= 0) {
                    client.getOutputStream().write('H');
                }
            } catch (IOException e) {
                // The client has had enough.
            }
        });
        return server;
    }

    @Test
    void nobodyListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(sender.send("http://127.0.0.1:" + free, List.of(secret), delivery, Samples.MORNING))
                .isEqualTo(new Unanswered(Fault.CONNECTION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n",
                "HTTP/2.0 200 OK\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nnonsense\r\n"
            })
    void whatIsNoHttp(String answer) throws IOException {
        assertThat(answered(answer)).isEqualTo(new Unanswered(Fault.NOT_HTTP));
    }

    @Test
    void endlessAnswersAreNoHttpEither() throws IOException {
        assertThat(answered("x".repeat(100_000))).isEqualTo(new Unanswered(Fault.NOT_HTTP));
        assertThat(answered("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n".repeat(100)))
                .isEqualTo(new Unanswered(Fault.NOT_HTTP));
    }

    @Test
    void anInterimAnswerIsNotTheAnswer() throws IOException {
        assertThat(answered("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 202 Accepted\r\n\r\n"))
                .isEqualTo(new Answered(202));
        assertThat(answered("HTTP/1.0 200\r\n\r\n")).isEqualTo(new Answered(200));
    }

    @Test
    void whoHangsUp() throws IOException {
        assertThat(answered("")).isEqualTo(new Unanswered(Fault.CONNECTION));
        assertThat(answered("HTTP/1.1 20")).isEqualTo(new Unanswered(Fault.CONNECTION));
    }

    /** What comes of an exchange with a server that takes the request, answers with this text, and hangs up. */
    private Result answered(String answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try (Socket client = server.accept()) {
                    client.getInputStream().read(new byte[8_192]);
                    client.getOutputStream().write(answer.getBytes(UTF_8));
                    client.shutdownOutput();
                    client.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // The client has had enough.
                }
            });
            return sender.send("http://127.0.0.1:" + server.getLocalPort(), List.of(secret), delivery, Samples.MORNING);
        }
    }

    // Where nothing is sent to.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "192.168.1.1",
                "0.0.0.0",
                "224.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1"
            })
    void aNameThatLeadsIntoAPrivateNetworkIsNotFollowed(String address) {
        HttpWebhookSender strict = strict(host -> Vector.of(InetAddress.getByName(address)));

        assertThat(strict.send(httpsUrl(), List.of(secret), delivery, Samples.MORNING))
                .isEqualTo(new Unanswered(Fault.ADDRESS_REFUSED));
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void oneAddressOfSeveralIsEnoughToRefuse() {
        HttpWebhookSender strict =
                strict(host -> Vector.of(InetAddress.getByName("93.184.215.14"), InetAddress.getByName("127.0.0.1")));

        assertThat(strict.send(httpsUrl(), List.of(secret), delivery, Samples.MORNING))
                .isEqualTo(new Unanswered(Fault.ADDRESS_REFUSED));
    }

    @Test
    void theNameIsLookedUpOnceAndThatAddressIsConnectedTo() throws Exception {
        java.util.List<String> asked = new ArrayList<>();
        HttpWebhookSender rebound = sender(
                host -> {
                    asked.add(host);
                    return loopback();
                },
                LIMIT);

        // No system knows this name, so whoever looked it up again would not get anywhere.
        String url = "http://rebinding.invalid:" + receiver.port() + "/hooks";
        assertThat(rebound.send(url, List.of(secret), delivery, Samples.MORNING))
                .isEqualTo(new Answered(204));

        assertThat(asked).containsExactly("rebinding.invalid");
        assertThat(receiver.next().header("Host")).isEqualTo("rebinding.invalid:" + receiver.port());
    }

    @Test
    void theNextAddressIsAskedWhereNobodyListensAtOne() throws Exception {
        InetAddress deaf = InetAddress.getByName("127.0.0.2"); // the receiver listens at 127.0.0.1 only
        HttpWebhookSender patient = sender(host -> loopback().prepend(deaf), LIMIT);

        assertThat(patient.send("http://two.invalid:" + receiver.port(), List.of(secret), delivery, Samples.MORNING))
                .isEqualTo(new Answered(204));
    }

    @Test
    void aNameThatLeadsNowhere() {
        HttpWebhookSender lost = sender(
                host -> {
                    throw new UnknownHostException(host);
                },
                LIMIT);

        assertThat(lost.send("http://nowhere.invalid", List.of(secret), delivery, Samples.MORNING))
                .isEqualTo(new Unanswered(Fault.UNKNOWN_HOST));
    }

    @Test
    void aUrlThatWasTakenInOtherTimesIsNotSentToAnyMore() {
        HttpWebhookSender strict = strict(host -> loopback());

        assertThat(strict.send(receiver.url(), List.of(secret), delivery, Samples.MORNING))
                .isEqualTo(new Unanswered(Fault.URL_REFUSED));
        assertThat(receiver.waiting()).isZero();
    }

    private Result send() {
        return sender.send(receiver.url(), List.of(secret), delivery, Samples.MORNING);
    }

    private String httpsUrl() {
        return "https://hooks.invalid:" + receiver.port() + "/hooks";
    }

    private static Vector<InetAddress> loopback() {
        return Vector.of(InetAddress.getLoopbackAddress());
    }

    private static HttpWebhookSender sender(HostLookup lookup, Duration limit) {
        return new HttpWebhookSender(lookup, TLS, true, limit);
    }

    private static HttpWebhookSender strict(HostLookup lookup) {
        return new HttpWebhookSender(lookup, TLS, false, LIMIT);
    }

    /** HMAC-SHA256 of {@code id.timestamp.body} in base64, by hand. */
    private static String hmac(WebhookSecret secret, Received received) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.reveal().substring(6)), "HmacSHA256"));
        mac.update((received.header("webhook-id") + "." + received.header("webhook-timestamp") + ".").getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(mac.doFinal(received.body()));
    }
}
