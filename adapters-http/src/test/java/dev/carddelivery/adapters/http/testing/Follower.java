package dev.carddelivery.adapters.http.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.List;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that follows an order by server-sent events. Every event is held against the contract. */
public final class Follower implements AutoCloseable {

    /** What a stream that has ended gives for ever. */
    public static final String END = "end";

    /** What a comment gives. */
    public static final String HEARTBEAT = "heartbeat";

    private static final ContractCheck CHECK = new ContractCheck(Contract.ours());
    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final InputStream stream;

    private Follower(HttpResponse<InputStream> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        this.stream = response.body();
        Thread.ofVirtual().start(() -> read(response));
    }

    /** Opens the stream at {@code path}. */
    public static Follower of(ApiClient client, String path, String... headers) {
        try {
            return new Follower(ApiClient.HTTP.send(
                    client.request(path, headers)
                            .header("Accept", "text/event-stream")
                            .build(),
                    BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What comes next: an event as {@code version status}, {@link #HEARTBEAT} or {@link #END}. */
    public String next() {
        try {
            String next = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("nothing came").isNotNull();
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What comes next but for heartbeats. */
    public String nextNews() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String next = next();
        while (next.equals(HEARTBEAT)) {
            assertThat(System.nanoTime()).as("nothing but heartbeats came").isLessThan(end);
            next = next();
        }
        return next;
    }

    /** The next so many. */
    public List<String> next(int count) {
        return List.fill(count, this::next);
    }

    private void read(HttpResponse<InputStream> response) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            StringBuilder event = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                event.append(line).append('\n');
                if (line.isEmpty()) {
                    seen.add(summary(response, event.toString()));
                    event.setLength(0);
                }
            }
            if (!event.isEmpty()) {
                seen.add("half an event: " + event);
            }
        } catch (IOException e) {
            // The stream ends here, too.
        }
        seen.add(END);
    }

    private static String summary(HttpResponse<InputStream> response, String event) {
        if (event.startsWith(":")) {
            return HEARTBEAT;
        }
        List<String> complaints = CHECK.complaints(
                new ContractCheck.Exchange("GET", response.uri().getPath(), 200, response.headers(), event));
        if (complaints.nonEmpty()) {
            return complaints.mkString("; ");
        }
        String[] lines = event.split("\n", -1);
        assertThat(lines).hasSize(4);
        var data = Sample.parsed(lines[1].substring("data: ".length()));
        assertThat(lines[0]).isEqualTo("id: " + data.path("version").asInt());
        return data.path("version").asInt() + " " + data.path("status").asString();
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
