package dev.carddelivery.adapters.http.testing;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.net.http.HttpHeaders;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds answers against the contract. */
public final class ContractCheck {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What HTTP itself brings, what every answer has, and how long an answer may be kept. */
    private static final Set<String> EVERYWHERE = HashSet.of(
            "date",
            "connection",
            "content-length",
            "content-type",
            "transfer-encoding",
            "cache-control",
            "x-content-type-options",
            "referrer-policy",
            "content-security-policy",
            "cross-origin-resource-policy");

    private final Contract contract;

    /** A check against this contract. */
    public ContractCheck(Contract contract) {
        this.contract = contract;
    }

    /**
     * An answer, and to what.
     *
     * @param method the method that was asked for
     * @param path the path that was asked for
     * @param status the status of the answer
     * @param headers its headers
     * @param body its body
     */
    public record Exchange(String method, String path, int status, HttpHeaders headers, String body) {}

    /** Everything about an answer that the contract does not allow. */
    public List<String> complaints(Exchange exchange) {
        return response(exchange)
                .map(response -> headers(response, exchange).appendAll(body(response, exchange)))
                .getOrElse(() -> List.of("The contract has no status " + exchange.status()));
    }

    /** HEAD is answered like GET (RFC 9110, section 9.3.2). */
    private Option<String> response(Exchange exchange) {
        String method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
        Option<Contract.Operation> operation = contract.operation(method, exchange.path());
        return operation.isDefined()
                ? contract.response(operation.get(), exchange.status())
                : contract.responseOutside(exchange.status());
    }

    private List<String> headers(String response, Exchange exchange) {
        List<String> documented = contract.names(response + "/headers");
        List<String> unknown = List.ofAll(exchange.headers().map().keySet())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.startsWith(":") && !EVERYWHERE.contains(name))
                .filter(name -> documented.forAll(known -> !known.equalsIgnoreCase(name)))
                .map(name -> "The contract has no header " + name);
        return documented
                .flatMap(name ->
                        header(contract.field(response + "/headers", name).get(), name, exchange))
                .appendAll(unknown);
    }

    private List<String> header(String header, String name, Exchange exchange) {
        Option<String> value = Option.ofOptional(exchange.headers().firstValue(name));
        if (value.isEmpty()) {
            return contract.isTrue(header + "/required") ? List.of("The header " + name + " is missing") : List.empty();
        }
        boolean number = contract.listed(header + "/schema").contains("integer");
        JsonNode json = number
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(value.get()))
                : JsonNodeFactory.instance.stringNode(value.get());
        return contract.errors(header + "/schema", json).map(error -> "Header " + name + " " + error);
    }

    private List<String> body(String response, Exchange exchange) {
        if (exchange.method().equals("HEAD")) {
            return exchange.body().isEmpty() ? List.empty() : List.of("There is a body");
        }
        Option<String> mediaType =
                Option.ofOptional(exchange.headers().firstValue("Content-Type")).map(type -> type.split(";", 2)[0]);
        if (mediaType.isEmpty()) {
            boolean none = contract.names(response + "/content").isEmpty()
                    && exchange.body().isEmpty();
            return none
                    ? List.empty()
                    : List.of("There is a body without a media type, or none although there should be");
        }
        Option<String> content = contract.field(response + "/content", mediaType.get());
        if (content.isEmpty()) {
            return List.of("The contract has no media type " + mediaType.get());
        }
        return switch (mediaType.get()) {
            case "application/json", "application/problem+json" -> json(content.get() + "/schema", exchange.body());
            case "text/event-stream" ->
                List.of(exchange.body().split("\n", -1))
                        .filter(line -> line.startsWith("data: "))
                        .flatMap(line -> json(content.get() + "/x-event-data", line.substring(6)));
            default -> List.empty();
        };
    }

    private List<String> json(String schema, String body) {
        try {
            return contract.errors(schema, JSON.readTree(body)).map(error -> "Body " + error);
        } catch (JacksonException e) {
            return List.of("Body is no JSON: " + e.getOriginalMessage());
        }
    }
}
