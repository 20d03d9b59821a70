package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.security.Role;
import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.Contract;
import dev.carddelivery.adapters.http.testing.RawHttp;
import dev.carddelivery.adapters.http.testing.Sample;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest extends ApiTest {

    private static final String ORDERS = "/api/v1/orders";

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=%zz", "limit=1%", "limit=1&x=%8", "cursor=%ff", "status=%C3%28", "%=1", "limit=%31x"})
    void queriesThatCannotBeRead(String query) throws IOException {
        assertThat(rawQuery(query, "application/json"))
                .startsWith("HTTP/1.1 400 ")
                .contains("/problems/bad-request");
    }

    @Test
    void parametersThatNobodyKnowsAreNamed() {
        String order = order(api.placed());
        assertThat(told(anna.get(ORDERS + "?limit=1&state=approved"))).contains("no query parameter state here");
        assertThat(told(anna.get(order + "/status?wait=30"))).contains("no query parameter wait here");
        assertThat(told(anna.get(order + "/events?version=1"))).contains("no query parameter version here");
        assertThat(told(anna.post(ORDERS + "?dry-run", Sample.order()))).contains("no query parameter dry-run here");
        assertThat(told(anna.get(ORDERS + "?4111111111111111=1"))).contains("no query parameter … here");
        assertThat(anna.get(ORDERS + "?&limit=1&&status=").statusCode()).isEqualTo(200);
        assertThat(api.anybody().get("/docs?from=mail").statusCode()).isEqualTo(200);
    }

    /** Also the contract of each operation has to say so, which every answer of a test is held against. */
    @Test
    void noOperationThatAsksForATokenTakesAParameterThatItDoesNotHave() {
        for (Contract.Operation operation : Contract.ours().operations()) {
            String method = operation.method().toUpperCase(Locale.ROOT);
            String path =
                    operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
            if (path.startsWith("/api/") && !path.endsWith("/session")) {
                boolean isTheCustomersAlone =
                        path.endsWith("/activate") || (path.equals(ORDERS) && method.equals("POST"));
                ApiClient caller = isTheCustomersAlone ? anna : api.operator();
                HttpResponse<String> refused = caller.send(method, path + "?unknown=1", BodyPublishers.noBody());
                assertThat(refused.statusCode()).as("%s %s", method, path).isEqualTo(400);
            }
        }
    }

    @Test
    void parametersThatAreGivenTwiceAreNamed() {
        String order = order(api.placed());
        assertThat(told(anna.get(ORDERS + "?status=approved&%73tatus=verifying")))
                .contains("query parameter status is given twice");
        assertThat(told(anna.get(order + "?version=1&version=1"))).contains("query parameter version is given twice");
    }

    private static String told(HttpResponse<String> refused) {
        assertThat(problem(refused)).isEqualTo("bad-request");
        return body(refused).path("detail").asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain; charset", "text/plain; charset=klingon", ";", "charset=", "a/b;charset=utf-16"})
    void aQueryIsReadTheSameWhateverTypeTheBodyIsSaidToHave(String mediaType) throws IOException {
        assertThat(rawQuery("limit=%31&status=verif%79ing", mediaType)).startsWith("HTTP/1.1 200 ");
        assertThat(rawQuery("limit=x", mediaType)).startsWith("HTTP/1.1 400 ");
    }

    private String rawQuery(String query, String mediaType) throws IOException {
        return RawHttp.exchange(
                anna.uri("/"),
                "GET " + ORDERS + "?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: "
                        + mediaType + "\r\nAuthorization: Bearer " + api.token("anna", Role.CUSTOMER) + "\r\n\r\n");
    }
}
