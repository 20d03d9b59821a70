package dev.carddelivery.adapters.messaging.message;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vavr.collection.List;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The schemas of the messages' data (JSON Schema, draft 2020-12), as the contract names them. */
final class MessageSchemas {

    private static final String BASE = "https://carddelivery.dev/schemas/";

    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(MessageSchemas::text));

    /** What is wrong with the data of a message, each with its place under {@code /data}; quotes no value. */
    List<String> violations(MessageType type, JsonNode data) {
        return violations(schema(type), data);
    }

    /** The same by a schema of somebody else's. */
    Function<JsonNode, List<String>> violationsOf(String text) {
        Schema schema = registry.getSchema(text);
        return data -> violations(schema, data);
    }

    private static List<String> violations(Schema schema, JsonNode data) {
        return List.ofAll(schema.validate(
                        data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .map(MessageSchemas::complaint)
                .distinct();
    }

    private Schema schema(MessageType type) {
        return compiled.computeIfAbsent(type.schemaFile(), file -> registry.getSchema(SchemaLocation.of(BASE + file)));
    }

    /** Names that came with the message are not repeated; those that are missing come from the schema. */
    private static String complaint(Error error) {
        String place = "/data" + error.getInstanceLocation();
        return switch (error.getKeyword()) {
            case "required" -> place + "/" + error.getProperty() + " is missing";
            case "additionalProperties" -> place + " has a field that the schema does not know";
            default -> place + " breaks the schema's " + error.getKeyword();
        };
    }

    private static @Nullable String text(String iri) {
        return iri.startsWith(BASE)
                ? MessageContract.file("schemas/" + iri.substring(BASE.length()))
                        .map(file -> new String(file, StandardCharsets.UTF_8))
                        .getOrNull()
                : null;
    }
}
