package dev.carddelivery.adapters.http;

import dev.carddelivery.adapters.http.operation.Operation;
import io.javalin.http.HandlerType;

/**
 * Where an operation of the contract is served.
 *
 * @param operationId its name in the contract
 * @param method the HTTP method
 * @param path the path, with {@code {orderId}} in the place of an order's id
 * @param access who may use it
 * @param operation what it does
 */
record Route(String operationId, HandlerType method, String path, Access access, Operation operation) {}
