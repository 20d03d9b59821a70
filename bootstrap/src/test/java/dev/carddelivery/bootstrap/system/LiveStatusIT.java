package dev.carddelivery.bootstrap.system;

import static dev.carddelivery.bootstrap.system.Customer.etag;
import static dev.carddelivery.bootstrap.system.Customer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.bootstrap.system.StatusStream.Event;
import io.vavr.collection.Stream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A change made through one copy of the program reaches those who follow the order at another. */
@Timeout(60)
class LiveStatusIT {

    private static Installation installation;
    private static Customer anna;
    private static Customer annaElsewhere;

    private UUID id;

    @BeforeAll
    static void start() {
        installation = Installation.withDaysOf(Installation.LONG_DAY);
        anna = installation.start().customer("anna");
        annaElsewhere = installation.start().customer("anna");
    }

    @AfterAll
    static void stop() throws IOException {
        installation.close();
    }

    @BeforeEach
    void anOrder() {
        id = anna.order();
    }

    @Test
    void byServerSentEvents() throws Exception {
        try (StatusStream stream = StatusStream.open(annaElsewhere, id)) {
            assertThat(stream.next().id()).isEqualTo(1);
            HttpResponse<String> changed = anna.redesign(id, "sea");
            assertThat(stream.next()).isEqualTo(new Event(2, changed.body()));
            HttpResponse<String> cancelled = anna.cancel(id);
            assertThat(stream.rest()).containsExactly(new Event(3, cancelled.body()));
        }
    }

    @Test
    void byWebSocket() throws Exception {
        try (StatusMessages messages = StatusMessages.open(annaElsewhere, id)) {
            assertThat(messages.next()).isEqualTo(anna.look(id).body());
            HttpResponse<String> changed = anna.redesign(id, "sea");
            assertThat(messages.next()).isEqualTo(changed.body());
            HttpResponse<String> cancelled = anna.cancel(id);
            assertThat(messages.next()).isEqualTo(cancelled.body());
            assertThat(messages.awaitClose()).isEqualTo(1000);
        }
    }

    @Test
    void byLongPolling() throws Exception {
        String seen = etag(anna.look(id));
        CompletableFuture<HttpResponse<String>> poll =
                CompletableFuture.supplyAsync(() -> annaElsewhere.look(id, "If-None-Match", seen, "Prefer", "wait=25"));
        assertThatThrownBy(() -> poll.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        HttpResponse<String> changed = anna.redesign(id, "sea");
        HttpResponse<String> news = poll.get(20, TimeUnit.SECONDS);
        assertThat(news.statusCode()).isEqualTo(200);
        assertThat(news.body()).isEqualTo(changed.body());
    }

    @Test
    void aStreamThatBreaksAgainAndAgainIsResumedAtTheOtherCopyWithoutLossOrRepetition() throws Exception {
        int changes = 42;
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> Stream.range(0, changes)
                .forEach(number -> assertThat(anna.redesign(id, "d-" + number).statusCode())
                        .isEqualTo(200)));
        List<Integer> seen = new ArrayList<>(List.of(1));
        while (seen.getLast() < changes + 1) {
            Customer reader = seen.size() % 2 == 0 ? anna : annaElsewhere;
            try (StatusStream stream = StatusStream.resume(reader, id, seen.getLast())) {
                seen.add(stream.next().id());
                seen.add(stream.next().id());
                seen.add(stream.next().id());
            }
            work.getNow(null);
        }
        assertThat(seen).containsExactlyElementsOf(Stream.rangeClosed(1, seen.size()));
        work.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whoHasSeenTheEndIsSentAwayForGood() {
        anna.cancel(id);
        HttpResponse<String> nothing = annaElsewhere.api().get(Customer.path(id) + "/events", "Last-Event-ID", "2");
        assertThat(nothing.statusCode()).isEqualTo(204);
        assertThat(status(annaElsewhere.look(id))).isEqualTo("cancelled");
    }
}
