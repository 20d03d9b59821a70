package dev.carddelivery.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.Contract;
import dev.carddelivery.adapters.http.testing.ContractCheck;
import dev.carddelivery.adapters.http.testing.Sample;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Follows an order by server-sent events, each held against the contract. */
final class StatusStream implements AutoCloseable {

    private static final ContractCheck CHECK = new ContractCheck(Contract.ours());
    private static final long PATIENCE_SECONDS = 20;

    /** In place of an event when the server has ended the stream. */
    private static final Option<Event> END = Option.none();

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Option<Event>> events = new LinkedBlockingQueue<>();

    /**
     * An event.
     *
     * @param id the version
     * @param data the status representation
     */
    record Event(int id, String data) {

        JsonNode json() {
            return Sample.parsed(data);
        }

        String status() {
            return json().path("status").stringValue();
        }
    }

    private StatusStream(HttpRequest request) throws IOException, InterruptedException {
        response = http.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        Thread.ofVirtual().name("status-stream").start(this::read);
    }

    /** Begins with the order as it is. */
    static StatusStream open(Customer customer, UUID order) throws IOException, InterruptedException {
        return open(customer.api().request(Customer.path(order) + "/events"));
    }

    /** Begins with the version after {@code seen}. */
    static StatusStream resume(Customer customer, UUID order, int seen) throws IOException, InterruptedException {
        return open(customer.api()
                .request(Customer.path(order) + "/events")
                .header("Last-Event-ID", Integer.toString(seen)));
    }

    private static StatusStream open(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new StatusStream(request.header("Accept", "text/event-stream").build());
    }

    /** Waits for the next event. */
    Event next() throws InterruptedException {
        return take().getOrElseThrow(() -> new AssertionError("The stream has ended"));
    }

    /** Takes events up to the first with this status. */
    List<Event> nextUntil(String status) throws InterruptedException {
        List<Event> taken = new ArrayList<>();
        do {
            taken.add(next());
        } while (!taken.getLast().status().equals(status));
        return taken;
    }

    /** Takes events until the server ends the stream. */
    List<Event> rest() throws InterruptedException {
        List<Event> taken = new ArrayList<>();
        for (Option<Event> event = take(); event.isDefined(); event = take()) {
            taken.add(event.get());
        }
        return taken;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
        http.shutdownNow();
    }

    private Option<Event> take() throws InterruptedException {
        Option<Event> event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(event).as("Nothing came for %d seconds", PATIENCE_SECONDS).isNotNull();
        event.forEach(this::check);
        return event;
    }

    private void check(Event event) {
        assertThat(CHECK.complaints(new ContractCheck.Exchange(
                        "GET", response.uri().getPath(), 200, response.headers(), "data: " + event.data())))
                .isEmpty();
        assertThat(event.json().path("version").intValue()).isEqualTo(event.id());
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            int id = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = Integer.parseInt(line.substring(4));
                } else if (line.startsWith("data: ")) {
                    events.add(Option.some(new Event(id, line.substring(6))));
                }
            }
            events.add(END);
        } catch (IOException broken) {
            // Whoever waits for an event finds out; a broken stream has not ended.
        }
    }
}
