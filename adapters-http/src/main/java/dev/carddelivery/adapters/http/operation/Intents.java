package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.order.Intent;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.control.Option;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Who wants something of an order, under which name, and for which versions of it. */
final class Intents {

    private Intents() {}

    static Intent of(Request request, OrderId order, String operation, JsonNode body) {
        CommandId name = request.idempotencyKey()
                .map(key -> key.commandId(order, operation, body))
                .getOrElse(() -> new CommandId(UUID.randomUUID()));
        return new Intent(name, request.caller().actor(), Option.none(), request.expectedVersions());
    }
}
