package dev.carddelivery.adapters.messaging.message;

import dev.carddelivery.domain.delivery.TimeWindow;
import java.util.Locale;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The messages' JSON: small, strict, the same bytes for the same tree. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A word as in the HTTP API: {@code IN_DELIVERY} is {@code in_delivery}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static ObjectNode window(TimeWindow window) {
        return object().put("from", window.from().toString())
                .put("to", window.to().toString());
    }

    static byte[] bytes(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    /**
     * The one JSON value that {@code text} is, no field of it named twice.
     *
     * @throws tools.jackson.core.JacksonException when it is none
     */
    static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }
}
