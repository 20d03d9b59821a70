package dev.carddelivery.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Follows an order by WebSocket. */
final class StatusMessages implements WebSocket.Listener, AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();

    private StatusMessages() {}

    /** Begins with the order as it is. */
    static StatusMessages open(Customer customer, UUID order) throws Exception {
        StatusMessages opened = new StatusMessages();
        URI events = customer.api().uri(Customer.path(order) + "/events");
        String token = customer.api()
                .request("/")
                .build()
                .headers()
                .firstValue("Authorization")
                .orElseThrow();
        opened.http
                .newWebSocketBuilder()
                .header("Authorization", token)
                .buildAsync(URI.create("ws" + events.toString().substring("http".length())), opened)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return opened;
    }

    /** Waits for the next message. */
    String next() throws InterruptedException {
        String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(message).as("A message within %d seconds", PATIENCE_SECONDS).isNotNull();
        return message;
    }

    /** Waits for the server to close it; answers the status code of RFC 6455, section 7.4. */
    int awaitClose() throws Exception {
        int code = closeCode.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(messages).isEmpty();
        return code;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            messages.add(parts.toString());
            parts.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closeCode.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closeCode.completeExceptionally(error);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
