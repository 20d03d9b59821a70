package dev.carddelivery.application;

import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.person.UserId;
import dev.carddelivery.domain.testing.Examples;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What the tests of this module need beside the domain's {@link Examples}. */
public final class Samples {

    /** When the tests' stories begin; as fine as a stored instant can be. */
    public static final Instant MORNING = Instant.parse("2026-11-22T09:15:30.123457Z");

    /** A customer. */
    public static final UserId ANNA = new UserId("anna");

    /** Another customer. */
    public static final UserId BORIS = new UserId("boris");

    /** The digits on the example card. */
    public static final Last4 PROOF = Examples.PLASTIC.last4();

    /** Other digits. */
    public static final Last4 WRONG_PROOF = new Last4("0000");

    private Samples() {}

    /** A name for an order that nobody used before. */
    public static OrderId newOrderId() {
        return new OrderId(UUID.randomUUID());
    }

    /** A name for a wish that nobody used before. */
    public static CommandId newCommandId() {
        return new CommandId(UUID.randomUUID());
    }

    /** This customer as one who acts. */
    public static Actor customer(UserId user) {
        return new Actor(Actor.Role.CUSTOMER, user.value());
    }

    /** A partner who reports. */
    public static Actor partner(Actor.Role role) {
        return new Actor(role, role.name().toLowerCase(Locale.ROOT));
    }

    /** The example order, for a card of this type. */
    public static OrderContent content(CardType type) {
        OrderContent example = Examples.CONTENT;
        CardSpec card = example.card();
        return new OrderContent(
                new CardSpec(type, card.paymentSystem(), card.embossingName(), card.currency(), card.design()),
                example.holder(),
                example.legal(),
                example.delivery());
    }
}
