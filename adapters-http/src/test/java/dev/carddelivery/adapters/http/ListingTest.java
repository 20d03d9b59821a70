package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.ApiClient;
import dev.carddelivery.adapters.http.testing.Sample;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ListingTest extends ApiTest {

    private UUID place(ApiClient customer, String cardType) {
        UUID id = UUID.randomUUID();
        ObjectNode order = Sample.order(id);
        Sample.at(order, "/cardInfo").put("cardType", cardType);
        customer.post("/api/v1/orders", order);
        api.clock().pass(Duration.ofSeconds(1));
        api.project();
        return id;
    }

    private static java.util.List<String> ids(HttpResponse<String> page) {
        return body(page).path("items").findValuesAsString("orderId");
    }

    @Test
    void theOwnOrdersTheNewestFirst() {
        UUID first = place(anna, "credit");
        place(api.customer("boris"), "credit");
        UUID second = place(anna, "debit");
        HttpResponse<String> page = anna.get("/api/v1/orders");
        assertThat(ids(page)).containsExactly(second.toString(), first.toString());
        assertThat(page.body()).doesNotContain("userId");
        assertThat(body(page).path("nextCursor").isNull()).isTrue();
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void supportSeesAllOrders() {
        place(anna, "credit");
        place(api.customer("boris"), "credit");
        HttpResponse<String> page = api.operator().get("/api/v1/orders");
        assertThat(body(page).path("items").findValuesAsString("userId")).containsExactly("boris", "anna");
    }

    @Test
    void byStatus() {
        place(anna, "credit");
        UUID approved = place(anna, "credit");
        api.approve(approved);
        api.project();
        assertThat(ids(anna.get("/api/v1/orders?status=approved"))).containsExactly(approved.toString());
        assertThat(problem(anna.get("/api/v1/orders?status=shipped"))).isEqualTo("bad-request");
    }

    @Test
    void pageByPage() {
        for (int i = 0; i < 5; i++) {
            place(anna, "credit");
        }
        JsonNode all = body(anna.get("/api/v1/orders"));
        JsonNode first = body(anna.get("/api/v1/orders?limit=3"));
        JsonNode second = body(anna.get(
                "/api/v1/orders?limit=3&cursor=" + first.path("nextCursor").asString()));
        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(second.at("/items/1")).isEqualTo(all.at("/items/4"));
    }

    @Test
    void pagesThatCannotBeRead() {
        for (String query :
                new String[] {"limit=0", "limit=201", "limit=x", "limit=-1", "cursor=%20", "cursor=made-up"}) {
            assertThat(problem(anna.get("/api/v1/orders?" + query))).as(query).isEqualTo("bad-request");
        }
        assertThat(anna.get("/api/v1/orders?limit=200").statusCode()).isEqualTo(200);
    }

    @Test
    void usersWithACreditCardByRegistration() {
        place(anna, "debit");
        place(api.customer("boris"), "credit");
        place(anna, "credit");
        place(anna, "credit");
        HttpResponse<String> oldest = api.operator().get("/api/v1/users?cardType=credit&sort=registeredAt");
        assertThat(body(oldest).path("items").findValuesAsString("userId")).containsExactly("anna", "boris");
        HttpResponse<String> newest = api.operator().get("/api/v1/users?cardType=credit&sort=-registeredAt");
        assertThat(body(newest).path("items").findValuesAsString("userId")).containsExactly("boris", "anna");
        JsonNode first = body(api.operator().get("/api/v1/users?cardType=credit&limit=1"));
        assertThat(body(api.operator()
                                .get("/api/v1/users?cardType=credit&limit=1&cursor="
                                        + first.path("nextCursor").asString()))
                        .at("/items/0/userId")
                        .asString())
                .isEqualTo("boris");
    }

    @Test
    void usersAreForSupport() {
        assertThat(anna.get("/api/v1/users?cardType=credit").statusCode()).isEqualTo(403);
        assertThat(problem(api.operator().get("/api/v1/users"))).isEqualTo("bad-request");
        assertThat(problem(api.operator().get("/api/v1/users?cardType=gold"))).isEqualTo("bad-request");
        assertThat(problem(api.operator().get("/api/v1/users?cardType=debit&sort=name")))
                .isEqualTo("bad-request");
    }
}
