package dev.carddelivery.application.simulation;

import dev.carddelivery.application.order.Intent;
import dev.carddelivery.application.simulation.Client.Wish;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.testing.Examples;
import java.time.Duration;

/** Sends parcels somewhere else, as soon as there are any. */
final class Support {

    private static final Actor OPERATOR = new Actor(Actor.Role.SUPPORT, "operator");
    private static final Duration USUAL_PAUSE = Duration.ofDays(1);

    private final Nature nature;
    private final Client client;

    Support(Nature nature, Client client) {
        this.nature = nature;
        this.client = client;
    }

    /** Redirects the parcel of an order; where that is refused, it is tried so many times in all. */
    void redirect(OrderId orderId, int tries) {
        Intent intent = new Intent(new CommandId(nature.chance().name()), OPERATOR);
        Wish wish = new Wish(
                "redirect",
                orderId,
                intent.commandId(),
                orders -> orders.redirect(orderId, intent, Examples.EDIT.delivery()));
        client.insist(wish, refusal -> {
            if (tries > 1) {
                nature.later(nature.chance().about(USUAL_PAUSE), () -> redirect(orderId, tries - 1));
            }
        });
    }
}
