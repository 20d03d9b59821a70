package dev.carddelivery.adapters.messaging.message;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudevents.CloudEvent;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.collection.TreeSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The contract as the files say it. Its schemas let receivers pass over what they do not know; here they are closed, so
 * that nothing is sent that they do not name.
 */
final class Contract {

    private static final String BASE = "https://contract.example/schemas/";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** {@code asyncapi.yaml}. */
    static final JsonNode ASYNC_API = asyncApi();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(iri -> closed(JSON.readTree(text(iri.substring(BASE.length()))))));

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Contract() {}

    /** What is wrong with the data of a message by the schema of its type. */
    static List<String> complaints(CloudEvent event) {
        String file = event.getType().replaceFirst("^dev\\.carddelivery\\.", "") + ".json";
        Schema schema = SCHEMAS.computeIfAbsent(file, name -> REGISTRY.getSchema(SchemaLocation.of(BASE + name)));
        return List.ofAll(schema.validate(
                        JSON.readTree(event.getData().toBytes()),
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .map(error -> file + error.getInstanceLocation() + ": " + error.getMessage());
    }

    /** The names of the messages that have a schema of their own. */
    static Set<String> schemas() {
        try (Stream<Path> files =
                Files.list(Path.of(Contract.class.getResource("/schemas").toURI()))) {
            return TreeSet.ofAll(files.map(file -> file.getFileName().toString()))
                    .map(file -> file.replaceFirst("\\.v1\\.json$", ""))
                    .remove("common");
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The schema of a message as a tree. */
    static JsonNode schema(String name) {
        return JSON.readTree(text(name + ".v1.json"));
    }

    private static String closed(JsonNode schema) {
        close(schema);
        return schema.toString();
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Contract::close);
    }

    private static JsonNode asyncApi() {
        try (InputStream yaml = Contract.class.getResourceAsStream("/asyncapi.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        try (InputStream schema = Contract.class.getResourceAsStream("/schemas/" + file)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
