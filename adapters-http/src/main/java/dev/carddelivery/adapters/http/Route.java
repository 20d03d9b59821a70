package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.operation.Operation;
import io.javalin.http.HandlerType;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;

/**
 * Where an operation of the contract is served.
 *
 * @param operationId its name in the contract
 * @param method the HTTP method
 * @param path the path, with {@code {orderId}} in the place of an order's id
 * @param access who may use it
 * @param operation what it does
 * @param query the query parameters it knows
 */
record Route(
        String operationId, HandlerType method, String path, Access access, Operation operation, Set<String> query) {

    /** A route whose operation knows no query. */
    Route(String operationId, HandlerType method, String path, Access access, Operation operation) {
        this(operationId, method, path, access, operation, HashSet.empty());
    }

    /** The same route, the operation of which knows these query parameters. */
    Route knowing(String... parameters) {
        return new Route(operationId, method, path, access, operation, HashSet.of(parameters));
    }
}
