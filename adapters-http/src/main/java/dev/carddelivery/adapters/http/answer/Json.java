package dev.carddelivery.adapters.http.answer;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes JSON: the same tree always gives the same bytes, its fields in the order in which they were set. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Map<Enum<?>, String> WORDS = new ConcurrentHashMap<>();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The name of {@code value} in this API: {@code IN_DELIVERY} is {@code in_delivery}. */
    public static String word(Enum<?> value) {
        return WORDS.computeIfAbsent(value, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    /** The tree as UTF-8. */
    public static byte[] bytes(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }
}
