package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.security.DemoTokens;
import dev.carddelivery.adapters.http.security.Role;
import dev.carddelivery.adapters.http.testing.Contract;
import dev.carddelivery.adapters.http.testing.Follower;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.adapters.http.testing.TestApi;
import dev.carddelivery.domain.person.UserId;
import io.vavr.collection.Vector;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest extends ApiTest {

    private static final String ORDERS = "/api/v1/orders";

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer nonsense", "Bearer a.b.c", "bearer é"})
    void noOrABadToken(String authorization) {
        HttpResponse<String> refused = authorization.isEmpty()
                ? api.anybody().get(ORDERS)
                : api.anybody().get(ORDERS, "Authorization", authorization);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(problem(refused)).isEqualTo("unauthenticated");
        assertThat(header(refused, "WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void aTokenSignedBySomebodyElse() {
        String forged = DemoTokens.withNewKey(api.tokenClock()).issue(new UserId("anna"), Role.CUSTOMER);
        HttpResponse<String> refused = api.anybody().as(forged).get(ORDERS);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void aTokenThatHasExpired() {
        assertThat(anna.get(ORDERS).statusCode()).isEqualTo(200);
        api.tokenClock().pass(Duration.ofHours(24));
        HttpResponse<String> refused = anna.get(ORDERS);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(body(refused).path("detail").asString()).isEqualTo("The token has expired.");
    }

    @Test
    void theWordBearerInAnyCase() {
        String token = api.token("anna", Role.CUSTOMER);
        assertThat(api.anybody()
                        .get(ORDERS, "Authorization", "bEARER  " + token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyOperationOfTheApiAsksForAToken() {
        String anyId = api.placed().toString();
        Contract contract = Contract.ours();
        Vector<Contract.Operation> guarded = contract.operations().reject(contract::isOpen);
        assertThat(guarded).hasSizeGreaterThan(19);
        for (Contract.Operation operation : guarded) {
            String path = operation.path().replaceAll("\\{\\w+Id}", anyId);
            assertThat(asked(operation.method().toUpperCase(Locale.ROOT), path))
                    .as("%s", operation)
                    .isEqualTo(401);
            if (operation.method().equals("get")) {
                assertThat(asked("HEAD", path)).as("HEAD %s", path).isEqualTo(401);
            }
        }
    }

    private int asked(String method, String path) {
        return api.anybody()
                .send(method, path, BodyPublishers.noBody(), "Content-Type", "application/json")
                .statusCode();
    }

    @Test
    void demoTokens() {
        HttpResponse<String> issued =
                api.anybody().post("/demo/tokens", Sample.json("{'subject':'boris','role':'customer'}"));
        assertThat(issued.statusCode()).isEqualTo(200);
        String token = body(issued).path("token").asString();
        assertThat(api.anybody().as(token).get(ORDERS).statusCode()).isEqualTo(200);
        assertThat(errors(api.anybody().post("/demo/tokens", Sample.json("{'subject':'','role':'king'}"))))
                .isEqualTo("/subject text-length\n/role unknown-value");
    }

    @Test
    void noDemoTokensInRealLife() {
        try (TestApi real = TestApi.startWithoutDemo()) {
            HttpResponse<String> refused =
                    real.anybody().post("/demo/tokens", Sample.json("{'subject':'boris','role':'customer'}"));
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(problem(refused)).isEqualTo("not-found");
        }
    }

    @Test
    void demoTokensOutliveARestartWithTheirKey() {
        DemoTokens before = DemoTokens.withNewKey(api.tokenClock());
        String token = before.issue(new UserId("anna"), Role.SUPERVISOR);
        DemoTokens after = DemoTokens.withKey(before.key(), api.tokenClock());
        assertThat(after.authenticator().authenticate(token).role()).isEqualTo(Role.SUPERVISOR);
    }

    // The session.

    @Test
    void aSessionCountsForReadingOnly() {
        UUID id = api.placed();
        HttpResponse<String> opened = anna.send("POST", "/api/v1/session", BodyPublishers.noBody());
        assertThat(opened.statusCode()).isEqualTo(204);
        String cookie = header(opened, "Set-Cookie").split(";", 2)[0];
        assertThat(api.anybody().get(order(id), "Cookie", cookie).statusCode()).isEqualTo(200);
        try (Follower follower = Follower.of(api.anybody(), order(id) + "/events", "Cookie", cookie)) {
            assertThat(follower.next()).isEqualTo("1 verifying");
        }
        assertThat(api.anybody()
                        .post(order(id) + "/cancel", Sample.json("{'reason':'other'}"), "Cookie", cookie)
                        .statusCode())
                .isEqualTo(401);
        assertThat(api.anybody()
                        .send("POST", "/api/v1/session", BodyPublishers.noBody(), "Cookie", cookie)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSessionCanBeClosed() {
        HttpResponse<String> closed = api.anybody().send("DELETE", "/api/v1/session", BodyPublishers.noBody());
        assertThat(closed.statusCode()).isEqualTo(204);
        assertThat(header(closed, "Set-Cookie")).startsWith("__Host-session=;").endsWith("Max-Age=0");
        assertThat(api.anybody().get(ORDERS, "Cookie", "__Host-session=").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenThatNoCookieHoldsOpensNoSession() {
        HttpResponse<String> opened = session(api.longToken(2_500));
        assertThat(opened.statusCode()).isEqualTo(204);
        HttpResponse<String> refused = session(api.longToken(3_000));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(problem(refused)).isEqualTo("bad-request");
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private HttpResponse<String> session(String token) {
        return api.anybody().as(token).send("POST", "/api/v1/session", BodyPublishers.noBody());
    }
}
