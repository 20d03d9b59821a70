package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.domain.card.CardNumbers;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import java.math.BigDecimal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a body as JSON and refuses card numbers in it while it does, before anybody else gets to see a value. No field
 * may be named twice.
 */
final class JsonBody {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Numbers longer than that when written out are no card numbers. */
    private static final int LONGEST_NUMBER = 64;

    private final JsonParser parser;

    private JsonBody(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the one JSON value that {@code body} is. */
    static JsonNode parse(byte[] body) {
        if (!isUtf8(body)) {
            throw ProblemType.MALFORMED_JSON.problem(1, 1).exception();
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            return new JsonBody(parser).whole();
        }
    }

    /** In UTF-16 and UTF-32, which the parser would take as well, one of the first bytes is 0, and in UTF-8 none. */
    private static boolean isUtf8(byte[] body) {
        for (int i = 0; i < Math.min(4, body.length); i++) {
            if (body[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private JsonNode whole() {
        try {
            JsonToken first = parser.nextToken();
            if (first != null) {
                JsonNode json = value(first);
                if (parser.nextToken() == null) {
                    return json;
                }
            }
            throw malformed();
        } catch (JacksonException malformed) {
            throw malformed();
        }
    }

    private JsonNode value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.stringNode(text());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object() {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (CardNumbers.occurIn(name)) {
                throw cardNumber(parser.streamReadContext().getParent());
            }
            if (object.replace(name, value(parser.nextToken())) != null) {
                throw malformed();
            }
        }
        return object;
    }

    private ArrayNode array() {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            array.add(value(next));
        }
        return array;
    }

    private String text() {
        String text = parser.getString();
        if (CardNumbers.occurIn(text)) {
            throw cardNumber(parser.streamReadContext());
        }
        return text;
    }

    private JsonNode number() {
        BigDecimal number = parser.getDecimalValue();
        boolean canBeWrittenOut = Math.abs((long) number.scale()) + number.precision() <= LONGEST_NUMBER;
        if (CardNumbers.occurIn(parser.getString())
                || (canBeWrittenOut && CardNumbers.occurIn(number.toPlainString()))) {
            throw cardNumber(parser.streamReadContext());
        }
        return NODES.numberNode(number);
    }

    private static ProblemException cardNumber(TokenStreamContext place) {
        String pointer = place.pathAsPointer().toString();
        return ProblemType.CARD_NUMBER_NOT_ACCEPTED
                .problem()
                .at(List.of(new Violation(pointer, "card-number", List.empty())))
                .exception();
    }

    private ProblemException malformed() {
        TokenStreamLocation where = parser.currentLocation();
        return ProblemType.MALFORMED_JSON
                .problem(where.getLineNr(), where.getColumnNr())
                .exception();
    }
}
