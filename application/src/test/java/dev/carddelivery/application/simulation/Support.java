package dev.carddelivery.application.simulation;

import dev.carddelivery.application.order.Intent;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.simulation.Client.Wish;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.control.Option;
import java.time.Duration;

/** Sends parcels somewhere else, and replays dead letters. */
final class Support {

    private static final Actor OPERATOR = new Actor(Actor.Role.SUPPORT, "operator");
    private static final Duration USUAL_PAUSE = Duration.ofDays(1);
    private static final int AT_ONCE = 100;

    private final Nature nature;
    private final OrderDomain domain;
    private final Client client;
    private final DeadLetters letters;

    Support(Nature nature, OrderDomain domain, Client client, DeadLetters letters) {
        this.nature = nature;
        this.domain = domain;
        this.client = client;
        this.letters = letters;
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

    /** Tries every letter that is open now once more. */
    void replayLetters() {
        letters.list(DeadLetter.State.OPEN, Option.none(), AT_ONCE)
                .items()
                .map(DeadLetter.Summary::id)
                .forEach(letter -> domain.ask(
                                "replay", instance -> instance.desk().replay(letter, OPERATOR.id()))
                        .forEach(answer -> nature.note("replayed: " + answer.map(DeadLetter::acts))));
    }
}
