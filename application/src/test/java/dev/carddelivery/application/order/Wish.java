package dev.carddelivery.application.order;

import dev.carddelivery.application.Samples;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderCommand;
import dev.carddelivery.domain.order.Provenance;
import dev.carddelivery.domain.testing.Material;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * A command as it comes to the handler from outside.
 *
 * @param material the order which it is about
 * @param command what is asked
 */
record Wish(Material material, OrderCommand command) {

    /** Who asks, under which name, and when. */
    Provenance by() {
        return new Provenance(
                name(), actor(), command.by().happenedAt(), command.by().now());
    }

    /** Asks it. */
    Either<Refusal, Answer> askOf(OrderHandler handler) {
        Intent intent = new Intent(name(), actor(), Option.some(command.by().happenedAt()), Option.none());
        return switch (command) {
            case OrderCommand.Place c -> handler.place(c.id(), c.owner(), c.content());
            case OrderCommand.Change c -> handler.change(material.id(), intent, content -> Either.right(c.wanted()));
            case OrderCommand.Cancel c -> handler.cancel(material.id(), intent, c.reason());
            case OrderCommand.Activate c -> handler.activate(material.id(), intent, c.proof());
            case OrderCommand.Report c -> handler.report(material.id(), intent, c.report());
            case OrderCommand.Redirect c -> handler.redirect(material.id(), intent, c.to());
            case OrderCommand.CallSupport c -> handler.callSupport(material.id(), intent, c.reason());
            case OrderCommand.PassDeadline c -> handler.passDeadline(material.id(), c.deadline());
        };
    }

    private CommandId name() {
        return switch (command) {
            case OrderCommand.Place c -> new CommandId(c.id().value());
            case OrderCommand.PassDeadline c -> OrderHandler.nameOf(material.id(), c.deadline(), c.by().now());
            case OrderCommand c -> c.by().commandId();
        };
    }

    private Actor actor() {
        Actor actor = command.by().actor();
        return actor.role() == Actor.Role.CUSTOMER ? Samples.customer(material.owner()) : actor;
    }
}
