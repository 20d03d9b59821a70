package dev.carddelivery.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.ObjectNode;

/** The hard case: the order was taken, and the answer never arrived. */
@Timeout(60)
class LostAnswerIT {

    private Installation installation;
    private Line line;
    private Customer anna;
    private Customer annaBehindTheLine;

    @BeforeEach
    void start() throws Exception {
        installation = Installation.withDaysOf(Installation.LONG_DAY);
        Copy copy = installation.start();
        line = Line.to("127.0.0.1", copy.port());
        anna = copy.customer("anna");
        annaBehindTheLine = new Copy(line.port()).customer("anna");
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
        installation.close();
    }

    @Test
    void theRetryGetsTheAnswerThatWasLost() throws Exception {
        UUID id = UUID.randomUUID();
        String lost = loseAnswerTo(Customer.wish(id));
        assertThat(lost).startsWith("HTTP/1.1 201").doesNotContain("Idempotent-Replayed");

        HttpResponse<String> retry = annaBehindTheLine.order(Customer.wish(id));
        assertSameAnswer(retry, lost);
        assertThat(installation.database().value("select count(*) from events")).isEqualTo("1");
    }

    @Test
    void alsoWithAKey() throws Exception {
        ObjectNode wish = Customer.wish(UUID.randomUUID()).without("orderId");
        String lost = loseAnswerTo(wish, "Idempotency-Key", "lost-and-found");
        assertSameAnswer(annaBehindTheLine.order(wish, "Idempotency-Key", "lost-and-found"), lost);
    }

    @Test
    void alsoWhenTheOrderHasMovedOnMeanwhile() throws Exception {
        UUID id = UUID.randomUUID();
        String lost = loseAnswerTo(Customer.wish(id));
        anna.redesign(id, "sea");
        anna.cancel(id);
        assertThat(Customer.status(anna.look(id))).isEqualTo("cancelled");

        assertSameAnswer(annaBehindTheLine.order(Customer.wish(id)), lost);
    }

    private static void assertSameAnswer(HttpResponse<String> retry, String lost) {
        assertThat(retry.statusCode()).isEqualTo(201);
        assertThat(retry.body()).isEqualTo(body(lost));
        assertThat(lost).contains("ETag: " + Customer.etag(retry) + "\r\n");
        assertThat(Customer.replayed(retry)).isTrue();
    }

    /** Sends the wish, lets the line swallow the whole answer and break; the answer is returned as it was sent. */
    private String loseAnswerTo(ObjectNode wish, String... headers) throws Exception {
        line.keepAnswers();
        CompletableFuture<HttpResponse<String>> call =
                CompletableFuture.supplyAsync(() -> annaBehindTheLine.order(wish, headers));
        await().pollInterval(Duration.ofMillis(5)).until(() -> isWhole(line.kept()));
        line.refuse();
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
        line.carry();
        return line.kept();
    }

    private static boolean isWhole(String answer) {
        return answer.contains("\r\n\r\n") && answer.endsWith("}}");
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
