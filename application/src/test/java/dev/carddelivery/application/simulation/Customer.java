package dev.carddelivery.application.simulation;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.order.Intent;
import dev.carddelivery.application.simulation.Client.Wish;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.person.UserId;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.control.Either;
import java.time.Duration;

/** Wants a card; may want it otherwise, or no more; and activates it when it comes. */
final class Customer {

    private static final Duration USUAL_HESITATION = Duration.ofDays(4);
    private static final Duration USUAL_PAUSE = Duration.ofDays(1);
    private static final int PATIENCE = 15;

    private final Nature nature;
    private final Client client;
    private final OrderId orderId;
    private final UserId self;

    Customer(Nature nature, Client client, OrderId orderId, UserId self) {
        this.nature = nature;
        this.client = client;
        this.orderId = orderId;
        this.self = self;
    }

    /** Orders a card, and may change the order, take it back or ask for it again. */
    void live() {
        order();
        perhaps(0.3, this::order);
        perhaps(0.3, this::change);
        perhaps(0.4, this::cancel);
    }

    /** Has the card in hand, and may mistype its digits. */
    void receive(Plastic card) {
        nature.note("the customer has the card of " + nature.trace().nameOf(orderId));
        perhaps(0.1, () -> activate(Samples.WRONG_PROOF, 1));
        perhaps(0.7, () -> activate(card.last4(), PATIENCE));
    }

    private void order() {
        client.insist(new Wish(
                "place",
                orderId,
                new CommandId(orderId.value()),
                orders -> orders.place(orderId, self, Examples.CONTENT)));
    }

    private void change() {
        Intent intent = intent();
        client.insist(new Wish(
                "change",
                orderId,
                intent.commandId(),
                orders -> orders.change(orderId, intent, content -> Either.right(Examples.EDIT))));
    }

    private void cancel() {
        Intent intent = intent();
        client.insist(new Wish(
                "cancel",
                orderId,
                intent.commandId(),
                orders -> orders.cancel(orderId, intent, CancelReason.TOO_SLOW)));
    }

    /** The program may not have heard yet that the card was handed over; so it is tried again, now and then. */
    private void activate(Last4 proof, int tries) {
        Intent intent = intent();
        Wish wish =
                new Wish("activate", orderId, intent.commandId(), orders -> orders.activate(orderId, intent, proof));
        client.insist(wish, refusal -> {
            if (tries > 1) {
                nature.later(nature.chance().about(USUAL_PAUSE), () -> activate(proof, tries - 1));
            }
        });
    }

    private void perhaps(double probability, Runnable wish) {
        if (nature.chance().of(probability)) {
            nature.later(nature.chance().about(USUAL_HESITATION), wish);
        }
    }

    private Intent intent() {
        return new Intent(new CommandId(nature.chance().name()), Samples.customer(self));
    }
}
