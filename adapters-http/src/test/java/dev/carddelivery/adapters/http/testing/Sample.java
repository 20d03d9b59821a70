package dev.carddelivery.adapters.http.testing;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of requests as a client would write them. */
public final class Sample {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String ORDER = """
            {"orderId":"019aa0c0-7c1e-7d3a-9a53-6f0b7a1c2d3e",
             "cardInfo":{"cardType":"credit","paymentSystem":"MIR","embossingName":"IVAN PETROV","currency":"RUB",
               "design":"classic"},
             "userInfo":{"firstName":"Иван","lastName":"Петров","middleName":"Сергеевич","birthDate":"1990-04-12",
               "phone":"+79161234567","email":"ivan@example.org"},
             "legalInfo":{"citizenship":"RU",
               "document":{"type":"passport","number":"4510123456","issuedOn":"2010-05-20","issuedBy":"ОВД Тверской"},
               "consents":["personal_data","card_terms"]},
             "deliveryInfo":{"method":"courier",
               "address":{"country":"RU","postalCode":"125009","region":"Москва","city":"Москва","street":"Тверская",
                 "house":"7","apartment":"12"},
               "slot":{"date":"2026-12-01","from":"10:00","to":"14:00"},"comment":"домофон 12"},
             "timestamp":"2026-11-22T10:15:30Z"}
            """;

    private Sample() {}

    /** createOrder's body under a new order id. */
    public static ObjectNode order() {
        return order(UUID.randomUUID());
    }

    /** createOrder's body under this order id. */
    public static ObjectNode order(UUID id) {
        return nameless().put("orderId", id.toString());
    }

    /** createOrder's body without an order id. */
    public static ObjectNode nameless() {
        return ((ObjectNode) JSON.readTree(ORDER)).without("orderId");
    }

    /** Any JSON; quotation marks may be written as apostrophes. */
    public static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }

    /** The JSON of an answer. */
    public static JsonNode parsed(String body) {
        return JSON.readTree(body);
    }

    /** The object at {@code pointer}, to be changed. */
    public static ObjectNode at(ObjectNode json, String pointer) {
        return (ObjectNode) json.at(pointer);
    }
}
