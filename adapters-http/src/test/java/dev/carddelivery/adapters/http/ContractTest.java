package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.live.Feed;
import dev.carddelivery.adapters.http.live.Waiting;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.adapters.http.testing.Contract;
import dev.carddelivery.adapters.http.testing.ContractCheck;
import dev.carddelivery.adapters.http.testing.ContractCheck.Exchange;
import dev.carddelivery.adapters.http.testing.Sample;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractTest extends ApiTest {

    private final Contract contract = Contract.ours();
    private final ContractCheck check = new ContractCheck(contract);

    @Test
    void everyRouteIsInTheContractAndTheOtherWayRound() {
        Set<String> promised = contract.operations()
                .map(operation -> operation.method() + " " + operation.path() + " " + contract.operationId(operation))
                .toSet();
        Set<String> served = Routes.of(
                        api.services(), new Waiting(api.services().live()), new Feed(null, null, null))
                .map(route -> route.method().name().toLowerCase(java.util.Locale.ROOT) + " " + route.path() + " "
                        + route.operationId())
                .toSet();
        assertThat(served).isEqualTo(promised);
    }

    @Test
    void everyRouteKnowsTheQueryParametersOfTheContractAndNoOthers() {
        Routes.of(api.services(), new Waiting(api.services().live()), new Feed(null, null, null))
                .forEach(route -> assertThat(route.query())
                        .as(route.operationId())
                        .containsExactlyInAnyOrderElementsOf(contract.queryParameters(
                                contract.operation(route.method().name(), route.path())
                                        .get())));
    }

    @Test
    void theServerAnswersWhatIsInTheContractAndNothingElse() {
        try (HttpServer server = new HttpServer(api.services())) {
            Set<String> promised = contract.operations()
                    .flatMap(operation ->
                            contract.methods(operation.path()).map(method -> method + " " + operation.path()))
                    .toSet();
            assertThat(server.endpoints()
                            .filter(endpoint -> !endpoint.method.name().contains("BEFORE"))
                            .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                            .toSet())
                    .isEqualTo(promised);
            assertThat(server.sockets())
                    .isEqualTo(contract.operations()
                            .filter(operation -> contract.statuses(operation).contains(101))
                            .map(Contract.Operation::path));
        }
    }

    @Test
    void theSketchsPathsAnswerLikeThePrimaryOnes() {
        contract.operations()
                .filter(operation -> contract.operationId(operation).endsWith("Alias"))
                .forEach(alias -> {
                    String name = contract.operationId(alias).replace("Alias", "");
                    Contract.Operation primary = contract.operations()
                            .find(operation -> contract.operationId(operation).equals(name))
                            .get();
                    for (String part : new String[] {"parameters", "requestBody", "responses", "security"}) {
                        assertThat(contract.at(alias.node() + "/" + part))
                                .as("%s of %s", part, name)
                                .isEqualTo(contract.at(primary.node() + "/" + part));
                    }
                });
    }

    @Test
    void everyProblemIsInTheContract() {
        assertThat(contract.listed("/components/schemas/Problem/properties/type/enum"))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(ProblemType.values()).map(type -> "/problems/" + type.code()));
    }

    @Test
    void theExamplesFollowTheirSchemas() {
        assertThat(contract.examples()).hasSizeGreaterThan(60);
        contract.examples()
                .forEach(example -> assertThat(contract.errors(example._1(), example._2()))
                        .as("%s: %s", example._1(), example._2())
                        .isEmpty());
    }

    @Test
    void theExamplesOfRequestsAreTaken() {
        contract.examples()
                .filter(example -> example._1().startsWith("/components/requestBodies/CreateOrder"))
                .forEach(example -> assertThat(anna.post("/api/v1/orders", example._2(), "Idempotency-Key", "example")
                                .statusCode())
                        .as("%s", example._2())
                        .isEqualTo(201));
        String order = order(api.placed());
        contract.examples()
                .filter(example -> example._1().startsWith("/components/requestBodies/UpdateOrder"))
                .forEach(example -> assertThat(anna.patch(order, example._2()).statusCode())
                        .as("%s", example._2())
                        .isEqualTo(200));
    }

    // That the check itself can fail.

    private Exchange placed() {
        HttpResponse<String> answer = anna.post("/api/v1/orders", Sample.order());
        return new Exchange("POST", "/api/v1/orders", 201, answer.headers(), answer.body());
    }

    @Test
    void anAnswerAsItIsIsFine() {
        assertThat(check.complaints(placed())).isEmpty();
    }

    @Test
    void anUndocumentedFieldIsFound() {
        Exchange fine = placed();
        String body = Sample.json(fine.body()).put("mood", "good").toString();
        assertThat(check.complaints(new Exchange("POST", fine.path(), 201, fine.headers(), body)))
                .singleElement()
                .asString()
                .contains("mood");
    }

    @Test
    void aMissingFieldAndAWrongValueAreFound() {
        Exchange fine = placed();
        String body = Sample.json(fine.body())
                .put("status", "shipped")
                .without("links")
                .toString();
        assertThat(check.complaints(new Exchange("POST", fine.path(), 201, fine.headers(), body)))
                .hasSize(2);
    }

    @Test
    void anUndocumentedStatusIsFound() {
        Exchange fine = placed();
        assertThat(check.complaints(new Exchange("POST", fine.path(), 202, fine.headers(), fine.body())))
                .isNotEmpty();
    }

    @Test
    void anUndocumentedPathIsFound() {
        Exchange fine = placed();
        assertThat(check.complaints(new Exchange("POST", "/api/v1/ordres", 201, fine.headers(), fine.body())))
                .isNotEmpty();
    }

    @Test
    void anUndocumentedMediaTypeIsFound() {
        Exchange fine = placed();
        assertThat(check.complaints(new Exchange(
                        "POST", fine.path(), 201, with(fine.headers(), "content-type", "text/plain"), fine.body())))
                .isNotEmpty();
    }

    @Test
    void anUndocumentedAndAMissingHeaderAreFound() {
        Exchange fine = placed();
        HttpHeaders odd = with(fine.headers(), "x-powered-by", "magic");
        assertThat(check.complaints(new Exchange("POST", fine.path(), 201, odd, fine.body())))
                .isNotEmpty();
        HttpHeaders poor = HttpHeaders.of(fine.headers().map(), (name, value) -> !name.equals("etag"));
        assertThat(check.complaints(new Exchange("POST", fine.path(), 201, poor, fine.body())))
                .isNotEmpty();
        HttpHeaders strange = with(fine.headers(), "etag", "W/\"1\"");
        assertThat(check.complaints(new Exchange("POST", fine.path(), 201, strange, fine.body())))
                .isNotEmpty();
    }

    private static HttpHeaders with(HttpHeaders headers, String name, String value) {
        Map<String, java.util.List<String>> changed = new HashMap<>(headers.map());
        changed.put(name, java.util.List.of(value));
        return HttpHeaders.of(changed, (n, v) -> true);
    }
}
