package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.http.security.Role;
import dev.carddelivery.adapters.http.testing.Contract;
import dev.carddelivery.adapters.http.testing.RawHttp;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.adapters.http.testing.TestApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatusSocketTest extends ApiTest {

    private final Client client = new Client();
    private UUID id;

    @BeforeEach
    void place() {
        id = api.placed();
    }

    /** Notes what comes in, texts as {@code version status}. */
    private static final class Client implements WebSocket.Listener {

        private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                JsonNode status = Sample.parsed(message.toString());
                message.setLength(0);
                String wrong = Contract.ours()
                        .errors("/components/schemas/StatusRepresentation", status)
                        .mkString("; ");
                seen.add(
                        wrong.isEmpty()
                                ? status.path("version").asInt() + " "
                                        + status.path("status").asString()
                                : wrong);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer data) {
            seen.add("ping");
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            seen.add("closed " + code);
            return null;
        }

        String next() throws InterruptedException {
            return String.valueOf(seen.poll(10, TimeUnit.SECONDS));
        }
    }

    private WebSocket open(TestApi at, UUID order, String token, String... headers) {
        return open(at.anna().uri(order(order) + "/events"), token, headers);
    }

    private WebSocket open(URI uri, String token, String... headers) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.buildAsync(URI.create(uri.toString().replace("http:", "ws:")), client)
                .join();
    }

    private String token(String name) {
        return api.token(name, Role.CUSTOMER);
    }

    private void cancel() {
        anna.post(order(id) + "/cancel", Sample.json("{'reason':'other'}"));
    }

    @Test
    void aSnapshotThenEveryVersionUntilAFinalStatus() throws Exception {
        open(api, id, token("anna"));
        assertThat(client.next()).isEqualTo("1 verifying");
        api.approve(id);
        assertThat(client.next()).isEqualTo("2 verifying");
        assertThat(client.next()).isEqualTo("3 approved");
        cancel();
        assertThat(client.next()).isEqualTo("4 cancelled");
        assertThat(client.next()).isEqualTo("closed 1000");
    }

    @Test
    void resumesAndEnds() throws Exception {
        api.approve(id);
        cancel();
        open(api, id, token("anna"), "Last-Event-ID", "3");
        assertThat(client.next()).isEqualTo("4 cancelled");
        assertThat(client.next()).isEqualTo("closed 1000");
        open(api, id, token("anna"), "Last-Event-ID", "4");
        assertThat(client.next()).isEqualTo("closed 1000");
    }

    @Test
    void isOpenedWithOneReading() {
        // At once, or again when the order's placing has passed by in the log.
        await().until(() -> {
            int before = api.store().loads();
            open(api, id, token("anna"));
            assertThat(client.next()).isEqualTo("1 verifying");
            return api.store().loads() - before == 1;
        });
    }

    @Test
    void aPingWhenNothingHappens() throws Exception {
        try (TestApi hasty = TestApi.start(Duration.ofMillis(50))) {
            UUID order = hasty.placed();
            open(hasty, order, hasty.token("anna", Role.CUSTOMER));
            assertThat(client.next()).isEqualTo("1 verifying");
            assertThat(client.next()).isEqualTo("ping");
        }
    }

    @Test
    void messagesOfTheClientAreIgnored() throws Exception {
        WebSocket socket = open(api, id, token("anna"));
        assertThat(client.next()).isEqualTo("1 verifying");
        socket.sendText("hello?", true).join();
        cancel();
        assertThat(client.next()).isEqualTo("2 cancelled");
    }

    @Test
    void whatIsWrongIsAnsweredBeforeTheSwitch() {
        assertThat(refusal("")).isEqualTo(401);
        assertThat(refusal("nonsense")).isEqualTo(401);
        assertThat(refusal(token("boris"))).isEqualTo(404);
        assertThat(refusal(token("anna"), "Last-Event-ID", "x")).isEqualTo(400);
        assertThat(refusal(anna.uri(order(id) + "/events?last=1"), token("anna")))
                .as("a parameter that nobody knows")
                .isEqualTo(400);
    }

    private int refusal(String token, String... headers) {
        return refusal(anna.uri(order(id) + "/events"), token, headers);
    }

    private int refusal(URI uri, String token, String... headers) {
        try {
            open(uri, token, headers);
            return 101;
        } catch (CompletionException e) {
            WebSocketHandshakeException refused = (WebSocketHandshakeException) e.getCause();
            assertThat(refused.getResponse().headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            return refused.getResponse().statusCode();
        }
    }

    @Test
    void theSessionsCookieWillDo() throws Exception {
        open(api, id, "", "Cookie", "__Host-session=" + token("anna"));
        assertThat(client.next()).isEqualTo("1 verifying");
    }

    @Test
    void theSwitchSetsNoCookie() throws IOException {
        String answer = RawHttp.exchange(
                anna.uri("/"),
                "GET " + order(id) + "/events HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Authorization: Bearer " + token("anna") + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 101 ").doesNotContainIgnoringCase("cookie");
    }

    @Test
    void whoLeavesIsAnsweredInTheirOwnTerms() throws Exception {
        for (int i = 0; i < 20; i++) {
            WebSocket socket = open(api, id, token("anna"));
            assertThat(client.next()).isEqualTo("1 verifying");
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "enough").join();
            assertThat(client.next()).isEqualTo("closed 1000");
        }
        await().until(() -> api.followers() == 0);
    }

    @Test
    void aVanishedClientIsForgotten() throws Exception {
        WebSocket socket = open(api, id, token("anna"));
        assertThat(client.next()).isEqualTo("1 verifying");
        socket.abort();
        await().until(() -> api.followers() == 0);
    }

    @Test
    void closingTheServerClosesTheSocket() throws Exception {
        open(api, id, token("anna"));
        assertThat(client.next()).isEqualTo("1 verifying");
        api.close();
        assertThat(client.next()).isEqualTo("closed 1001");
    }

    @Test
    void onlyForOurOwnPagesWithACookie() {
        String cookie = "__Host-session=" + token("anna");
        String here = anna.uri("/").getAuthority();
        assertThat(refusal("", "Cookie", cookie, "Origin", "https://evil.example"))
                .isEqualTo(403);
        assertThat(refusal("", "Cookie", cookie, "Origin", "http://" + here + ".evil.example"))
                .isEqualTo(403);
        assertThat(refusal("", "Cookie", cookie, "Origin", "null")).isEqualTo(403);
        assertThat(refusal("", "Cookie", cookie, "Origin", "http://" + here)).isEqualTo(101);
        assertThat(refusal("", "Cookie", cookie, "Origin", "https://" + here)).isEqualTo(101);
        assertThat(refusal("", "Cookie", cookie, "Origin", TestApi.PUBLIC_ORIGIN))
                .isEqualTo(101);
        assertThat(refusal(token("anna"), "Origin", "https://evil.example"))
                .as("a token that a page had to know is nothing a browser adds")
                .isEqualTo(101);
    }

    @Test
    void resumesByQueryForThoseWhoCannotSendHeaders() throws Exception {
        api.approve(id);
        open(anna.uri(order(id) + "/events?lastEventId=1"), token("anna"));
        assertThat(client.next()).isEqualTo("2 verifying");
    }

    @Test
    void endsWithItsToken() throws Exception {
        open(api, id, token("anna"));
        assertThat(client.next()).isEqualTo("1 verifying");
        api.tokenClock().pass(Duration.ofHours(24));
        api.approve(id);
        assertThat(client.next()).isEqualTo("closed 1008");
    }

    @Test
    void anErrorOfOursClosesTheSocket() throws Exception {
        open(api, id, token("anna"));
        assertThat(client.next()).isEqualTo("1 verifying");
        api.store().breakDown();
        api.note(id, 1);
        assertThat(client.next()).isEqualTo("closed 1011");
    }
}
