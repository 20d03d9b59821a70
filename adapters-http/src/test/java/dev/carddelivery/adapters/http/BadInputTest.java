package dev.carddelivery.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.Contract;
import dev.carddelivery.adapters.http.testing.RawHttp;
import dev.carddelivery.adapters.http.testing.Sample;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class BadInputTest extends ApiTest {

    private static final String ORDERS = "/api/v1/orders";

    private HttpResponse<String> post(String body) {
        return post(BodyPublishers.ofString(body), "application/json");
    }

    private HttpResponse<String> post(BodyPublisher body, String mediaType) {
        return anna.send("POST", ORDERS, body, "Content-Type", mediaType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{\"a\":}", "nonsense", "{} {}", "{\"a\":1,\"a\":2}", "{\"a\":01}", "\u0000", "[1,"
            })
    void malformedJson(String body) {
        HttpResponse<String> refused = post(body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(problem(refused)).isEqualTo("malformed-json");
    }

    @Test
    void malformedJsonIsLocatedButNotEchoed() {
        HttpResponse<String> refused = post("{\n \"secret\": oops}");
        assertThat(body(refused).path("detail").asString()).contains("line 2");
        assertThat(refused.body()).doesNotContain("secret", "oops");
    }

    @Test
    void notUtf8() {
        byte[] body = "{\"a\":\"\u00e4\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(problem(post(BodyPublishers.ofByteArray(body), "application/json")))
                .isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void inAnotherEncoding(String encoding) throws IOException {
        byte[] body = "{}".getBytes(encoding);
        assertThat(problem(post(BodyPublishers.ofByteArray(body), "application/json")))
                .isEqualTo("malformed-json");
        byte[] inNoOrderThatThereIs = {0, 0, '{', 0, 0, 0, '}', 0};
        assertThat(problem(post(BodyPublishers.ofByteArray(inNoOrderThatThereIs), "application/json")))
                .isEqualTo("malformed-json");
    }

    @Test
    void nestedTooDeep() {
        assertThat(problem(post("[".repeat(30_000)))).isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @CsvSource({
        "/cardInfo/cardType,               platinum,        unknown-value",
        "/cardInfo/cardType,               CREDIT,          unknown-value",
        "/cardInfo/paymentSystem,          mir,             unknown-value",
        "/cardInfo/embossingName,          Иван,            embossing-name",
        "/cardInfo/currency,               GBP,             unknown-value",
        "/cardInfo/design,                 Кот,             card-design",
        "/userInfo/firstName,              '',              person-name",
        "/userInfo/birthDate,              1990-02-30,      date",
        "/userInfo/birthDate,              2012-01-01,      age",
        "/userInfo/birthDate,              +1990-04-12,     date",
        "/userInfo/phone,                  89161234567,     phone-number",
        "/userInfo/email,                  ivan,            email-address",
        "/legalInfo/citizenship,           XX,              country",
        "/legalInfo/document/type,         driving_licence, unknown-value",
        "/legalInfo/document/number,       45 10,           document-number",
        "/legalInfo/document/issuedOn,     2027-01-01,      document-date",
        "/legalInfo/document/issuedBy,     '',              text-length",
        "/deliveryInfo/method,             pigeon,          unknown-value",
        "/deliveryInfo/address/country,    Russia,          country",
        "/deliveryInfo/address/postalCode, 12500,           postal-code-ru",
        "/deliveryInfo/address/house,      '',              text-length",
        "/deliveryInfo/slot/date,          2026-11-01,      slot-in-the-past",
        "/deliveryInfo/slot/from,          9:00,            time",
        "/deliveryInfo/slot/to,            09:00,           slot-order",
        "/deliveryInfo/slot/to,            24:00,           time",
        "/deliveryInfo/comment,            ' x',            text-length",
        "/orderId,                         1-1-1-1-1,       order-id",
        "/timestamp,                       2026-11-22T10:15Z, timestamp",
        "/timestamp,                       +999999999-01-01T00:00:00Z, timestamp",
        "/timestamp,                       2026-11-22T10:15:30+03:00:15, timestamp",
        "/timestamp,                       yesterday,       timestamp"
    })
    void oneWrongValue(String pointer, String value, String code) {
        ObjectNode order = Sample.order();
        int name = pointer.lastIndexOf('/') + 1;
        Sample.at(order, pointer.substring(0, name - 1)).put(pointer.substring(name), value);
        HttpResponse<String> refused = anna.post(ORDERS, order);
        if (code.equals("age")) { // the document is then older than its holder, too
            assertThat(errors(refused)).startsWith(pointer + " " + code);
        } else {
            assertThat(errors(refused)).isEqualTo(pointer + " " + code);
        }
    }

    @Test
    void everythingThatIsMissing() {
        assertThat(errors(anna.post(ORDERS, Sample.json("{}"))).lines())
                .containsExactly(
                        "/cardInfo required",
                        "/userInfo required",
                        "/legalInfo required",
                        "/deliveryInfo required",
                        "/timestamp required");
        ObjectNode order = Sample.order();
        Sample.at(order, "/deliveryInfo/address").removeAll();
        assertThat(errors(anna.post(ORDERS, order)).lines())
                .containsExactly(
                        "/deliveryInfo/address/country required",
                        "/deliveryInfo/address/postalCode required",
                        "/deliveryInfo/address/region required",
                        "/deliveryInfo/address/city required",
                        "/deliveryInfo/address/street required",
                        "/deliveryInfo/address/house required");
    }

    @Test
    void everythingThatIsWrongAtOnce() {
        ObjectNode order = Sample.order();
        Sample.at(order, "/cardInfo").put("embossingName", "x").put("limit", 5);
        Sample.at(order, "/userInfo").put("birthDate", "2012-01-01").put("phone", 7);
        Sample.at(order, "/legalInfo")
                .putArray("consents")
                .add("marketing")
                .add("marketing")
                .add(1)
                .add("x");
        Sample.at(order, "/legalInfo/document").remove("issuedOn");
        Sample.at(order, "/deliveryInfo/address").put("country", "XX").put("city", " ");
        Sample.at(order, "/deliveryInfo/slot").put("date", "2026-01-01");
        order.put("a~b/c", true);
        assertThat(errors(anna.post(ORDERS, order)).lines())
                .containsExactlyInAnyOrder(
                        "/cardInfo/embossingName embossing-name",
                        "/cardInfo/limit unknown-field",
                        "/userInfo/birthDate age",
                        "/userInfo/phone wrong-type",
                        "/legalInfo/consents/1 duplicate",
                        "/legalInfo/consents/2 wrong-type",
                        "/legalInfo/consents/3 unknown-value",
                        "/legalInfo/consents consent-required",
                        "/legalInfo/document/issuedOn required",
                        "/deliveryInfo/address/country country",
                        "/deliveryInfo/address/city text-length",
                        "/deliveryInfo/slot/date slot-in-the-past",
                        "/a~0b~1c unknown-field");
    }

    @Test
    void wrongTypes() {
        ObjectNode order = Sample.order();
        order.put("cardInfo", "card").putArray("userInfo");
        order.putNull("deliveryInfo");
        Sample.at(order, "/legalInfo").put("consents", "all");
        assertThat(errors(anna.post(ORDERS, order)).lines())
                .containsExactly(
                        "/cardInfo wrong-type",
                        "/userInfo wrong-type",
                        "/legalInfo/consents wrong-type",
                        "/deliveryInfo wrong-type");
        assertThat(errors(post("[]"))).isEqualTo("wrong-type");
        assertThat(errors(post("null"))).isEqualTo("wrong-type");
    }

    @Test
    void bothSpellingsOfLegalInfo() {
        ObjectNode order = Sample.order();
        order.set("ligalInfo", order.get("legalInfo"));
        assertThat(errors(anna.post(ORDERS, order))).isEqualTo("/legalInfo duplicate");
        order.remove("legalInfo");
        Sample.at(order, "/ligalInfo").remove("citizenship");
        assertThat(errors(anna.post(ORDERS, order))).isEqualTo("/ligalInfo/citizenship required");
    }

    @Test
    void theMessagesAreInTheCallersLanguage() {
        ObjectNode order = Sample.order();
        Sample.at(order, "/userInfo").put("phone", "1");
        HttpResponse<String> russian = anna.post(ORDERS, order, "Accept-Language", "de, en;q=0.5, ru-RU;q=0.9");
        assertThat(header(russian, "Content-Language")).isEqualTo("ru");
        assertThat(header(russian, "Vary")).isEqualTo("Accept-Language");
        assertThat(body(russian).at("/errors/0/message").asString()).startsWith("Плюс и от 8 до 15 цифр");
        HttpResponse<String> english = anna.post(ORDERS, order, "Accept-Language", "de, ru;q=0");
        assertThat(header(english, "Content-Language")).isEqualTo("en");
        assertThat(body(english).at("/errors/0/message").asString()).startsWith("A plus, then 8 to 15 digits");
    }

    @Test
    void aBodyThatIsTooLarge() {
        String padding = " ".repeat(65_536);
        HttpResponse<String> refused = post(padding + "{}");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(problem(refused)).isEqualTo("body-too-large");
        byte[] chunked = (padding + "{}").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        BodyPublisher ofUnknownLength = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(chunked));
        assertThat(post(ofUnknownLength, "application/json").statusCode()).isEqualTo(413);
        assertThat(post(" ".repeat(65_534) + "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void wrongMediaTypes() {
        assertThat(problem(post(BodyPublishers.ofString("<a/>"), "application/xml")))
                .isEqualTo("unsupported-media-type");
        assertThat(problem(post(BodyPublishers.ofString("{}"), "application/merge-patch+json")))
                .isEqualTo("unsupported-media-type");
        assertThat(problem(anna.send("POST", ORDERS, BodyPublishers.ofString("{}"))))
                .isEqualTo("unsupported-media-type");
        assertThat(problem(post(BodyPublishers.ofString("{}"), "Application/JSON; charset=UTF-8")))
                .isEqualTo("invalid-order");
    }

    @Test
    void whoSendsNoBodyIsToldWhatIsMissing() {
        String order = order(api.placed());
        assertThat(errors(anna.send("POST", order + "/cancel", BodyPublishers.noBody())))
                .isEqualTo("/reason required");
        assertThat(errors(anna.send("POST", order + "/activate", BodyPublishers.noBody())))
                .isEqualTo("/last4 required");
        assertThat(errors(anna.send("POST", ORDERS, BodyPublishers.noBody()))).startsWith("/cardInfo required");
        assertThat(problem(anna.send("PATCH", order, BodyPublishers.noBody())))
                .as("a patch without fields would be one that is valid")
                .isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"charset", "charset=", "charset=klingon", "charset=a b", "charset=utf-16"})
    void jsonIsUtf8WhateverIsSaid(String parameter) {
        assertThat(problem(post(BodyPublishers.ofString("{}"), "application/json; " + parameter)))
                .isEqualTo("invalid-order");
    }

    @Test
    void wrongMethods() {
        HttpResponse<String> refused = anna.send("PUT", ORDERS, BodyPublishers.noBody());
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(problem(refused)).isEqualTo("method-not-allowed");
        assertThat(header(refused, "Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "POST");
        assertThat(anna.get("/createOrder").statusCode()).isEqualTo(405);
    }

    @Test
    void everyMethodThatAPathDoesNotHave() {
        for (String path :
                Contract.ours().operations().map(Contract.Operation::path).toSet()) {
            Set<String> there = Contract.ours().methods(path);
            String concrete = concrete(path);
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
                    .removeAll(there)) {
                HttpResponse<String> refused = anna.send(method, concrete, BodyPublishers.noBody());
                assertThat(refused.statusCode()).as("%s %s", method, path).isEqualTo(405);
                assertThat(header(refused, "Allow").split(", "))
                        .as("%s %s", method, path)
                        .containsExactlyInAnyOrderElementsOf(there);
            }
        }
    }

    @Test
    void unknownPathsAndOrders() {
        HttpResponse<String> unknown = anna.get("/api/v1/nothing");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(problem(unknown)).isEqualTo("not-found");
        assertThat(problem(anna.get(order(UUID.randomUUID()) + "/status"))).isEqualTo("order-not-found");
        assertThat(problem(anna.get("/api/v1/orders/17/status"))).isEqualTo("order-not-found");
        assertThat(problem(anna.get("/api/v1/orders/1-1-1-1-1"))).isEqualTo("order-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\"", "\\", "/", "=", "a,", "*/*,", "q=0;", "(", "[", " ,\t"})
    void longHeaders(String part) {
        String order = order(api.placed());
        String text = "x" + part.repeat(15_000 / part.length());
        for (String name : new String[] {"If-None-Match", "Prefer", "Accept-Language", "Accept", "Cookie"}) {
            assertThat(anna.get(order + "/status", name, text).statusCode())
                    .as(name)
                    .isIn(200, 400);
        }
        for (String name : new String[] {"If-Match", "Idempotency-Key", "Accept-Language"}) {
            assertThat(anna.patch(order, Sample.json("{}"), name, text).statusCode())
                    .as(name)
                    .isIn(200, 400);
        }
    }

    @Test
    void noMoreErrorsThanAnybodyReads() {
        ObjectNode order = Sample.order();
        ArrayNode consents = Sample.at(order, "/legalInfo").putArray("consents");
        for (int i = 0; i < 30_000; i++) {
            consents.add(1);
        }
        HttpResponse<String> refused = anna.post(ORDERS, order);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(errors(refused).lines()).hasSize(100).startsWith("/legalInfo/consents/0 wrong-type");
    }

    @Test
    void aBodyThatIsTooLargeForAnyOperation() throws IOException {
        for (Contract.Operation operation : Contract.ours().operations()) {
            String path = concrete(operation.path());
            String answer = RawHttp.exchange(
                    anna.uri("/"),
                    operation.method().toUpperCase(Locale.ROOT) + " " + path
                            + " HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\n\r\n");
            assertThat(answer).as(operation.path()).startsWith("HTTP/1.1 413 ").contains("/problems/body-too-large");
            assertThat(Contract.ours().statuses(operation)).as(operation.path()).contains(413);
        }
    }

    private static String concrete(String path) {
        return path.replace("{file}", "docs.js")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    @Test
    void aPathWithASlashAtItsEndIsAnother() {
        String order = order(api.placed());
        for (String path : new String[] {ORDERS, order, order + "/status", "/openapi.yaml", "/health/live"}) {
            assertThat(anna.get(path).statusCode()).as(path).isNotEqualTo(404);
            assertThat(problem(anna.get(path + "/"))).as(path).isEqualTo("not-found");
        }
        assertThat(problem(anna.post("/createOrder/", Sample.order()))).isEqualTo("not-found");
    }
}
