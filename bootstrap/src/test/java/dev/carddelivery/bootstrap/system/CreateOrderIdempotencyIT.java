package dev.carddelivery.bootstrap.system;

import static dev.carddelivery.bootstrap.system.Customer.body;
import static dev.carddelivery.bootstrap.system.Customer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.Sample;
import io.vavr.collection.List;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.ObjectNode;

/** The same wish many times, at the same moment and at two copies of the program, is one order. */
@Timeout(60)
class CreateOrderIdempotencyIT {

    private static final int CALLS = 100;

    private static Installation installation;
    private static Copy one;
    private static Copy other;

    private Customer anna;
    private Customer annaElsewhere;
    private Customer boris;

    @BeforeAll
    static void start() {
        installation = Installation.withDaysOf(Installation.LONG_DAY);
        one = installation.start();
        other = installation.start();
    }

    @AfterAll
    static void stop() throws IOException {
        installation.close();
    }

    @BeforeEach
    void customers() {
        anna = one.customer("anna");
        annaElsewhere = other.customer("anna");
        boris = other.customer("boris");
    }

    @Test
    void aHundredCallsWithAnOrderIdAreOneOrder() throws Exception {
        assertOneOrder(allAtOnce(Customer.wish(UUID.randomUUID())));
    }

    @Test
    void aHundredCallsWithAKeyAreOneOrder() throws Exception {
        assertOneOrder(allAtOnce(nameless(), "Idempotency-Key", "key-" + UUID.randomUUID()));
    }

    private List<HttpResponse<String>> allAtOnce(ObjectNode wish, String... headers) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> calls = List.range(0, CALLS)
                    .map(number -> threads.submit(() -> {
                        start.await();
                        return (number % 2 == 0 ? anna : annaElsewhere).order(wish, headers);
                    }));
            start.countDown();
            return calls.map(CreateOrderIdempotencyIT::result);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertOneOrder(List<HttpResponse<String>> answers) throws Exception {
        assertThat(answers.map(HttpResponse::statusCode).distinct()).containsExactly(201);
        assertThat(answers.map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(answers.map(Customer::etag).distinct()).containsExactly("\"1\"");
        assertThat(answers.map(answer -> answer.headers().firstValue("Location"))
                        .distinct())
                .hasSize(1);
        assertThat(answers.count(Customer::replayed)).isEqualTo(CALLS - 1);

        String id = body(answers.head()).path("orderId").stringValue();
        assertThat(installation.database().value("select count(*) from events where order_id = '" + id + "'"))
                .isEqualTo("1");
    }

    @Test
    void theSameOrderIdForSomethingElseIsRefused() {
        UUID id = anna.order();
        ObjectNode changed = Customer.wish(id);
        Sample.at(changed, "/cardInfo").put("design", "sea");
        HttpResponse<String> refused = annaElsewhere.order(changed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("idempotency-key-reused");
    }

    @Test
    void theSameKeyForSomethingElseIsRefused() {
        ObjectNode wish = nameless();
        anna.order(wish, "Idempotency-Key", "my-card");
        Sample.at(wish, "/cardInfo").put("design", "sea");
        HttpResponse<String> refused = annaElsewhere.order(wish, "Idempotency-Key", "my-card");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("idempotency-key-reused");
    }

    @Test
    void anotherCustomersOrderIdIsUnavailable() {
        UUID id = anna.order();
        HttpResponse<String> refused = boris.order(Customer.wish(id));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("order-id-unavailable");
        assertThat(refused.body()).doesNotContain("verifying", "anna");
    }

    @Test
    void keysOfTwoCustomersDoNotMeet() {
        HttpResponse<String> annas = anna.order(nameless(), "Idempotency-Key", "first-card");
        HttpResponse<String> boriss = boris.order(nameless(), "Idempotency-Key", "first-card");
        assertThat(boriss.statusCode()).isEqualTo(201);
        assertThat(Customer.replayed(boriss)).isFalse();
        assertThat(body(boriss).path("orderId")).isNotEqualTo(body(annas).path("orderId"));
    }

    @Test
    void aQuotedKeyIsTheSameKey() {
        HttpResponse<String> first = anna.order(nameless(), "Idempotency-Key", "quoted-card");
        HttpResponse<String> again = annaElsewhere.order(nameless(), "Idempotency-Key", "\"quoted-card\"");
        assertThat(Customer.replayed(again)).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
    }

    private static ObjectNode nameless() {
        return Customer.wish(UUID.randomUUID()).without("orderId");
    }
}
