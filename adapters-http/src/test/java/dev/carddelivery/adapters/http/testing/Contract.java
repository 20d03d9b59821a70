package dev.carddelivery.adapters.http.testing;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.collection.Stream;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract, {@code openapi.yaml}, for looking up what it says. */
public final class Contract {

    private static final String IRI = "https://card-delivery.example/openapi";
    private static final Contract OURS = load();

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Vector<Operation> operations;

    /**
     * An operation of the contract.
     *
     * @param method the HTTP method in small letters
     * @param path the path with its parameters
     * @param node a JSON pointer into the document
     */
    public record Operation(String method, String path, String node) {}

    private Contract(JsonNode document) {
        this.document = document;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(IRI, document.toString())));
        this.operations = operations(document);
    }

    /** The contract on the class path. */
    public static Contract ours() {
        return OURS;
    }

    private static Contract load() {
        try (InputStream yaml = Contract.class.getResourceAsStream("/openapi.yaml")) {
            return new Contract(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every operation. */
    public Vector<Operation> operations() {
        return operations;
    }

    private static Vector<Operation> operations(JsonNode document) {
        return Vector.ofAll(document.path("paths").properties())
                .flatMap(path -> Vector.ofAll(path.getValue().propertyNames())
                        .filter(method -> !method.equals("parameters"))
                        .map(method -> new Operation(
                                method, path.getKey(), "/paths/" + escaped(path.getKey()) + "/" + method)));
    }

    /** The operation that a request goes to; fixed paths come before those with parameters. */
    public Option<Operation> operation(String method, String path) {
        return operations()
                .filter(operation -> operation.method().equalsIgnoreCase(method))
                .filter(operation -> matches(operation.path(), path))
                .sortBy(operation -> operation.path().contains("{") ? 1 : 0)
                .headOption();
    }

    /** The name of an operation. */
    public String operationId(Operation operation) {
        return at(operation.node()).path("operationId").stringValue();
    }

    /** The names of the query parameters that an operation has. */
    public List<String> queryParameters(Operation operation) {
        String parameters = operation.node() + "/parameters";
        return List.range(0, at(parameters).size())
                .map(index -> found(parameters + "/" + index).get())
                .filter(parameter -> at(parameter + "/in").asString().equals("query"))
                .map(parameter -> at(parameter + "/name").asString());
    }

    /** Whether an operation asks for no token. */
    public boolean isOpen(Operation operation) {
        JsonNode security = at(operation.node() + "/security");
        return security.isArray() && security.isEmpty();
    }

    /** The methods that a path of the contract has, in capitals. */
    public Set<String> methods(String path) {
        Set<String> named = operations()
                .filter(operation -> operation.path().equals(path))
                .map(operation -> operation.method().toUpperCase(Locale.ROOT))
                .toSet();
        return named.contains("GET") ? named.add("HEAD") : named;
    }

    /** Where the answer of an operation with this status is described, if it is. */
    public Option<String> response(Operation operation, int status) {
        return found(operation.node() + "/responses/" + status);
    }

    /** Where an answer that belongs to no operation is described, if it is. */
    public Option<String> responseOutside(int status) {
        return Stream.of("unreadableRequest", "unknownPath", "methodNotAllowed")
                .map(name -> "/x-outside-operations/" + name)
                .flatMap(this::found)
                .find(node -> statusOf(node).contains(status));
    }

    /** The statuses with which an operation answers. */
    public List<Integer> statuses(Operation operation) {
        return List.ofAll(at(operation.node()).path("responses").propertyNames())
                .map(Integer::valueOf);
    }

    /** The names of the fields of an object. */
    public List<String> names(String node) {
        return List.ofAll(at(node).propertyNames());
    }

    /** Where {@code field} of an object is described, through all references; nothing where it is not. */
    public Option<String> field(String node, String field) {
        return found(node + "/" + escaped(field));
    }

    /** Whether there is {@code true} at this place. */
    public boolean isTrue(String node) {
        return at(node).booleanValue(false);
    }

    /** What is wrong with {@code value} by the schema at this place. */
    public List<String> errors(String node, JsonNode value) {
        Schema schema = schemas.computeIfAbsent(node, at -> registry.getSchema(SchemaLocation.of(IRI + "#" + at)));
        return List.ofAll(schema.validate(
                        value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage());
    }

    /** The values of the list in the schema of this name. */
    public List<String> listed(String node) {
        return List.ofAll(at(node).values()).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** Every example beside the schema it is an example of: where the one and the other are. */
    public Vector<Tuple2<String, JsonNode>> examples() {
        return examples("", document);
    }

    private Vector<Tuple2<String, JsonNode>> examples(String node, JsonNode value) {
        Vector<Tuple2<String, JsonNode>> here = value.has("schema")
                ? Vector.ofAll(value.path("examples").propertyNames())
                        .map(name -> at(field(node + "/examples", name).get()).path("value"))
                        .appendAll(Option.of(value.get("example")))
                        .map(example -> Tuple.of(node + "/schema", example))
                : Vector.empty();
        return here.appendAll(Vector.ofAll(value.properties())
                .filter(child -> child.getValue().isObject())
                .flatMap(child -> examples(node + "/" + escaped(child.getKey()), child.getValue())));
    }

    private Option<Integer> statusOf(String response) {
        JsonNode status = at(response).at("/content/application~1problem+json/schema/properties/status/const");
        return Option.when(status.isInt(), status::intValue);
    }

    private Option<String> found(String node) {
        JsonNode value = at(node);
        if (value.has("$ref") && value.size() == 1) {
            return found(value.path("$ref").stringValue().substring(1));
        }
        return Option.when(!value.isMissingNode(), node);
    }

    /** What the contract says at this place. */
    public JsonNode at(String node) {
        return document.at(node);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean matches(String template, String path) {
        String regex = Stream.of(template.split("/", -1))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .mkString("/");
        return path.matches(regex);
    }
}
