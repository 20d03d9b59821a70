package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.testing.Examples;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ReadingTest extends ApiTest {

    private UUID id;

    @BeforeEach
    void place() {
        id = api.placed();
    }

    @Test
    void theStatusAsItIs() {
        HttpResponse<String> answer = anna.get(order(id) + "/status");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(anna.get("/getOrderStatusById/" + id).body()).isEqualTo(answer.body());
        assertThat(anna.get("/getOrderStatusById/" + id.toString().toUpperCase(java.util.Locale.ROOT))
                        .body())
                .isEqualTo(answer.body());
    }

    @Test
    void notModified() {
        String path = order(id) + "/status";
        for (String tags :
                new String[] {"\"1\"", "W/\"1\"", "*", "\"7\", W/\"1\"", "\"x\" ,, \"1\" ", "\"a,b\",\"1\""}) {
            HttpResponse<String> answer = anna.get(path, "If-None-Match", tags);
            assertThat(answer.statusCode()).as(tags).isEqualTo(304);
            assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        }
        for (String tags : new String[] {"\"2\"", "\"01\"", "\"\"", "\"W/1\""}) {
            assertThat(anna.get(path, "If-None-Match", tags).statusCode())
                    .as(tags)
                    .isEqualTo(200);
        }
        for (String tags : new String[] {"1", "\"1", "w/\"1\"", "\"1\" \"2\"", "**", ","}) {
            assertThat(anna.get(path, "If-None-Match", tags).statusCode())
                    .as(tags)
                    .isEqualTo(400);
        }
    }

    @Test
    void severalLinesOfTagsAreOneList() {
        HttpResponse<String> answer =
                anna.get(order(id) + "/status", "If-None-Match", "\"9\"", "If-None-Match", "\"1\"");
        assertThat(answer.statusCode()).isEqualTo(304);
    }

    @Test
    void headIsGetWithoutTheBody() {
        HttpResponse<String> answer = anna.send("HEAD", order(id) + "/status", BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        assertThat(header(answer, "Content-Length"))
                .isEqualTo(String.valueOf(anna.get(order(id) + "/status").body().length()));
    }

    @Test
    void theWholeOrderInCreateOrdersShape() {
        HttpResponse<String> answer = anna.get(order(id));
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        ObjectNode whole = Sample.json(answer.body());
        assertThat(whole.remove("status")).isEqualTo(body(anna.get(order(id) + "/status")));
        ObjectNode ordered = Sample.nameless();
        ordered.remove("timestamp");
        Sample.at(ordered, "/legalInfo/document").put("number", "******3456");
        assertThat(whole).isEqualTo(ordered);
    }

    @Test
    void theWholeOrderAtAnyMomentOfItsPast() {
        Instant before = api.clock().instant();
        api.clock().pass(Duration.ofMinutes(5));
        anna.patch(order(id), Sample.json("{'userInfo':{'phone':'+79160000000'}}"));
        assertThat(phone(anna.get(order(id)))).isEqualTo("+79160000000");
        assertThat(phone(anna.get(order(id) + "?version=1"))).isEqualTo("+79161234567");
        assertThat(phone(anna.get(order(id) + "?version=2"))).isEqualTo("+79160000000");
        assertThat(phone(anna.get(order(id) + "?asOf=" + before))).isEqualTo("+79161234567");
        assertThat(phone(anna.get(order(id) + "?asOf=2026-11-22T12:16:00%2B03:00")))
                .isEqualTo("+79161234567");
        assertThat(phone(anna.get(order(id) + "?asOf=2030-01-01T00:00:00Z"))).isEqualTo("+79160000000");
        assertThat(problem(anna.get(order(id) + "?version=3"))).isEqualTo("order-not-found");
        assertThat(problem(anna.get(order(id) + "?asOf=2020-01-01T00:00:00Z"))).isEqualTo("order-not-found");
        assertThat(anna.get(order(id) + "?version=1", "If-None-Match", "\"1\"").statusCode())
                .isEqualTo(304);
    }

    @Test
    void momentsThatCannotBeRead() {
        for (String query : new String[] {
            "version=0",
            "version=x",
            "version=2147483648",
            "asOf=yesterday",
            "asOf=2026-11-22T12:00Z",
            "version=1&asOf=2026-11-22T12:00:00Z"
        }) {
            assertThat(problem(anna.get(order(id) + "?" + query))).as(query).isEqualTo("bad-request");
        }
    }

    private static String phone(HttpResponse<String> whole) {
        return body(whole).at("/userInfo/phone").asString();
    }

    @Test
    void everythingThatHappened() {
        anna.patch(order(id), Sample.json("{'userInfo':{'phone':'+79160000000','email':null}}"));
        api.deliver(id);
        api.report(id, Actor.Role.IDENTITY, new IdentityReport.Passed());
        anna.post(order(id) + "/activate", Sample.json("{'last4':'0000'}"));
        HttpResponse<String> answer = anna.get(order(id) + "/history");
        JsonNode items = body(answer).path("items");
        assertThat(items.findValuesAsString("name"))
                .containsExactly(
                        "order-placed",
                        "order-changed",
                        "identity-confirmed",
                        "order-approved",
                        "production-requested",
                        "card-produced",
                        "parcel-delivered",
                        "report-noted",
                        "activation-refused");
        assertThat(items.at("/1/changed/fields").toString()).isEqualTo("[\"/userInfo/phone\",\"/userInfo/email\"]");
        assertThat(items.at("/7/changed/noted/report").asString()).isEqualTo("identity.passed");
        assertThat(items.at("/8/changed/tries").asInt()).isEqualTo(1);
        assertThat(items.at("/4/assertedBy").asString()).isEqualTo("clock");
        assertThat(answer.body()).doesNotContain("+7916", "PETROV", "ivan@");
        assertThat(anna.get(order(id) + "/history", "If-None-Match", header(answer, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void whatWasChangedIsToldByTheNamesOfFieldsIfAnythingWas() {
        anna.patch(order(id), Sample.json("{'userInfo':{'phone':'+79161234567'}}"));
        api.approve(id);
        api.produce(id);
        api.redirect(id, Examples.EDIT.delivery());
        api.redirect(id, Examples.EDIT.delivery());
        JsonNode items = body(anna.get(order(id) + "/history")).path("items");
        assertThat(items.at("/6/name").asString()).isEqualTo("parcel-redirected");
        assertThat(items.at("/6/changed/fields").toString())
                .isEqualTo("[\"/deliveryInfo/method\",\"/deliveryInfo/slot\",\"/deliveryInfo/comment\"]");
        assertThat(items.at("/7/name").asString()).isEqualTo("parcel-redirected");
        assertThat(items.findParents("fields")).hasSize(1);
    }

    @Test
    void theChangesLaidOverEachOtherGiveTheStatus() {
        api.approve(id);
        api.produce(id);
        api.report(id, Actor.Role.COURIER, new CourierReport.AttemptFailed(Examples.PARCEL, Examples.ATTEMPT));
        ObjectNode laid = Sample.json("{}");
        for (JsonNode item : body(anna.get(order(id) + "/history")).path("items")) {
            laid.setAll((ObjectNode) item.path("changed"));
        }
        ObjectNode status = Sample.json(anna.get(order(id) + "/status").body());
        for (String own : new String[] {"orderId", "version", "since", "assertedBy", "links"}) {
            status.remove(own);
        }
        assertThat(laid).isEqualTo(status);
    }

    @Test
    void aVisitThatFailedIsForgottenOnceTheCardIsHandedOver() {
        api.approve(id);
        api.produce(id);
        api.report(id, Actor.Role.COURIER, new CourierReport.AttemptFailed(Examples.PARCEL, Examples.ATTEMPT));
        api.report(id, Actor.Role.COURIER, new CourierReport.OutForDelivery(Examples.PARCEL));
        assertThat(body(anna.get(order(id) + "/status")).at("/delivery/attempt").isObject())
                .as("on the way again")
                .isTrue();
        api.report(id, Actor.Role.COURIER, new CourierReport.Delivered(Examples.PARCEL));
        JsonNode delivery = body(anna.get(order(id) + "/status")).path("delivery");
        assertThat(delivery.path("leg").asString()).isEqualTo("delivered");
        assertThat(delivery.path("attempt").isNull()).isTrue();
    }

    @Test
    void anothersOrderDoesNotExistButForSupport() {
        for (String path : new String[] {"", "/status", "/history", "/events"}) {
            assertThat(problem(api.customer("boris").get(order(id) + path)))
                    .as(path)
                    .isEqualTo("order-not-found");
            if (!path.equals("/events")) {
                assertThat(api.operator().get(order(id) + path).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void everyReadKnowsBothConditions() {
        api.approve(id);
        for (String path : new String[] {order(id), order(id) + "/status", order(id) + "/history"}) {
            assertThat(anna.get(path, "If-Match", "\"3\"").statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(anna.get(path, "If-Match", "*", "If-None-Match", "\"2\"").statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(anna.get(path, "If-Match", "*", "If-None-Match", "\"3\"").statusCode())
                    .as(path)
                    .isEqualTo(304);
            assertThat(problem(anna.get(path, "If-Match", "\"2\""))).as(path).isEqualTo("precondition-failed");
            assertThat(problem(anna.get(path, "If-Match", "W/\"3\"", "If-None-Match", "\"3\"")))
                    .as(path)
                    .isEqualTo("precondition-failed");
        }
    }
}
