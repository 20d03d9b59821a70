package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.request.EntityTags;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.application.order.Intent;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Who wants something of an order, under which name, and for which version of it. */
public record Intents(OrderStore store) {

    /** The version of an order that no order has. */
    private static final int NONE = 0;

    Intent of(Request request, OrderId order, String operation, JsonNode body) {
        CommandId name = request.idempotencyKey()
                .map(key -> key.commandId(order, operation, body))
                .getOrElse(() -> new CommandId(UUID.randomUUID()));
        Option<Integer> expected =
                request.entityTags("If-Match").filter(tags -> !tags.any()).map(tags -> expectedVersion(tags, order));
        return new Intent(name, request.caller().actor(), Option.none(), expected);
    }

    /** Of several versions the one that the order has, so that it is the one for which the wish is meant. */
    private int expectedVersion(EntityTags tags, OrderId order) {
        Seq<Integer> versions = tags.strongVersions();
        if (versions.size() < 2) {
            return versions.getOrElse(NONE);
        }
        int present = store.load(order).events().size();
        return versions.contains(present) ? present : NONE;
    }
}
