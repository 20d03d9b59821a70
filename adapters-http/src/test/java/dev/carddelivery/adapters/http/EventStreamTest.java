package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.http.security.Role;
import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.Follower;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.adapters.http.testing.TestApi;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest extends ApiTest {

    private UUID id;

    @BeforeEach
    void place() {
        id = api.placed();
    }

    private String events() {
        return order(id) + "/events";
    }

    private void cancel() {
        anna.post(order(id) + "/cancel", Sample.json("{'reason':'other'}"));
    }

    @Test
    void aSnapshotThenEveryVersionUntilAFinalStatus() {
        api.approve(id);
        try (Follower follower = Follower.of(anna, events())) {
            assertThat(follower.next()).isEqualTo("3 approved");
            anna.patch(order(id), Sample.json("{'userInfo':{'email':null}}"));
            assertThat(follower.next()).isEqualTo("4 approved");
            cancel();
            assertThat(follower.next(2)).containsExactly("5 cancelled", Follower.END);
        }
    }

    @Test
    void resumesWithoutLossOrRepetition() {
        api.approve(id);
        cancel();
        for (int seen = 1; seen < 4; seen++) {
            try (Follower follower = Follower.of(anna, events(), "Last-Event-ID", String.valueOf(seen))) {
                assertThat(follower.next(5 - seen))
                        .isEqualTo(List.of("1 verifying", "2 verifying", "3 approved", "4 cancelled", Follower.END)
                                .drop(seen));
            }
        }
    }

    @Test
    void whoHasSeenTheEndNeedNotComeBack() {
        cancel();
        HttpResponse<String> answer = anna.get(events(), "Last-Event-ID", "2");
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void aVersionTheOrderDoesNotHaveYet() {
        try (Follower follower = Follower.of(anna, events(), "Last-Event-ID", "4294967296")) {
            assertThat(follower.next()).isEqualTo("1 verifying");
        }
        try (Follower follower = Follower.of(anna, events(), "Last-Event-ID", "")) {
            assertThat(follower.next()).isEqualTo("1 verifying");
        }
        assertThat(problem(anna.get(events(), "Last-Event-ID", "one"))).isEqualTo("bad-request");
    }

    @Test
    void aHeartbeatWhenNothingHappens() {
        try (TestApi hasty = TestApi.start(Duration.ofMillis(50))) {
            UUID order = hasty.placed();
            try (Follower follower = Follower.of(hasty.anna(), order(order) + "/events")) {
                assertThat(follower.next(3)).containsExactly("1 verifying", Follower.HEARTBEAT, Follower.HEARTBEAT);
            }
        }
    }

    @Test
    void isOpenedWithOneReading() {
        // At once, or again when the order's placing has passed by in the log.
        await().until(() -> {
            int before = api.store().loads();
            try (Follower follower = Follower.of(anna, events())) {
                assertThat(follower.next()).isEqualTo("1 verifying");
                return api.store().loads() - before == 1;
            }
        });
    }

    @Test
    void notToThoseWhoWantSomethingElse() {
        HttpResponse<String> refused = anna.get(events(), "Accept", "application/json, text/event-stream;q=0");
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(problem(refused)).isEqualTo("not-acceptable");
        try (Follower curl = Follower.of(anna, events(), "Accept", "*/*")) {
            assertThat(curl.next()).isEqualTo("1 verifying");
        }
    }

    @Test
    void manyFollowersAllSeeEverything() {
        Vector<Follower> followers = Vector.fill(200, () -> Follower.of(anna, events()));
        api.approve(id);
        cancel();
        followers.forEach(follower -> assertThat(follower.next(5))
                .containsExactly("1 verifying", "2 verifying", "3 approved", "4 cancelled", Follower.END));
        await().until(() -> api.followers() == 0);
    }

    @Test
    void aStalledClientHoldsUpNobodyAndLosesNothing() throws Exception {
        int versions = 8_000;
        api.note(id, versions - 1);
        try (Socket stalled = stalled()) {
            await().until(() -> api.followers() == 1);
            try (Follower follower = Follower.of(anna, events(), "Last-Event-ID", String.valueOf(versions - 1))) {
                cancel();
                assertThat(follower.next(3))
                        .containsExactly(versions + " verifying", versions + 1 + " cancelled", Follower.END);
            }
            await().until(() -> api.followers() == 1);
            // It would have been shown the end as well, and be gone, if there were room for all of it on the way.
            await().during(Duration.ofMillis(300)).until(() -> api.followers() == 1);

            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stalled.getInputStream(), StandardCharsets.UTF_8));
            assertThat(lines.lines().filter(line -> line.startsWith("id: ")))
                    .hasSize(versions)
                    .startsWith("id: 2")
                    .endsWith("id: " + (versions + 1));
        }
    }

    /** A client that wants everything after the first version and reads nothing. */
    private Socket stalled() throws IOException {
        URI uri = anna.uri(events());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        socket.getOutputStream()
                .write(("GET " + uri.getPath() + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nLast-Event-ID: 1\r\n"
                                + "Authorization: Bearer " + api.token("anna", Role.CUSTOMER) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void endsWithItsToken() {
        try (TestApi hasty = TestApi.start(Duration.ofMillis(50))) {
            UUID order = hasty.placed();
            ApiClient client = hasty.anna();
            try (Follower follower = Follower.of(client, order(order) + "/events")) {
                assertThat(follower.next()).isEqualTo("1 verifying");
                hasty.tokenClock().pass(Duration.ofHours(24));
                assertThat(follower.nextNews()).isEqualTo(Follower.END);
            }
            assertThat(client.get(order(order) + "/events").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void showsNothingToWhoseTokenHasExpired() {
        try (Follower follower = Follower.of(anna, events())) {
            assertThat(follower.next()).isEqualTo("1 verifying");
            api.tokenClock().pass(Duration.ofHours(24));
            api.approve(id);
            assertThat(follower.next()).isEqualTo(Follower.END);
        }
    }

    @Test
    void anErrorOfOursEndsTheStreamAndWritesNothingIntoIt() {
        try (Follower follower = Follower.of(anna, events())) {
            assertThat(follower.next()).isEqualTo("1 verifying");
            api.store().breakDown();
            api.note(id, 1);
            assertThat(follower.next()).isEqualTo(Follower.END);
        }
    }

    @Test
    void resumesByQueryForThoseWhoCannotSendHeaders() {
        api.approve(id);
        try (Follower follower = Follower.of(anna, events() + "?lastEventId=1")) {
            assertThat(follower.next(2)).containsExactly("2 verifying", "3 approved");
        }
        try (Follower again = Follower.of(anna, events() + "?lastEventId=1", "Last-Event-ID", "2")) {
            assertThat(again.next()).isEqualTo("3 approved");
        }
        assertThat(problem(anna.get(events() + "?lastEventId=one"))).isEqualTo("bad-request");
    }

    @Test
    void headIsAnsweredAtOnce() {
        HttpResponse<String> answer = anna.send("HEAD", events(), BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/event-stream");
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    }

    @Test
    void aVanishedClientIsNoticedAtTheNextHeartbeat() {
        try (TestApi hasty = TestApi.start(Duration.ofMillis(50))) {
            UUID order = hasty.placed();
            Follower follower = Follower.of(hasty.anna(), order(order) + "/events");
            await().until(() -> hasty.followers() == 1);
            follower.close();
            await().until(() -> hasty.followers() == 0);
        }
    }

    @Test
    void anOutageOfTheStoreCostsNobodyTheLine() {
        try (TestApi hasty = TestApi.start(Duration.ofMillis(50))) {
            UUID order = hasty.placed();
            try (Follower follower = Follower.of(hasty.anna(), order(order) + "/events")) {
                assertThat(follower.next()).isEqualTo("1 verifying");
                hasty.store().setAway(true);
                await().until(() -> follower.next().equals(Follower.HEARTBEAT));
                hasty.store().setAway(false);
                hasty.approve(order);
                await().until(() -> follower.next().equals("3 approved"));
            }
        }
    }

    @Test
    void closingTheServerEndsTheStream() {
        Follower follower = Follower.of(anna, events());
        assertThat(follower.next()).isEqualTo("1 verifying");
        long before = System.nanoTime();
        api.close();
        assertThat(follower.next()).isEqualTo(Follower.END);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }
}
