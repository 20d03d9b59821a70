package dev.carddelivery.application.order;

import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.IntPredicate;

/**
 * Who wants something of an order, under which name.
 *
 * @param commandId the name; the same when it is repeated
 * @param actor who
 * @param happenedAt when it happened by the actor's clock; none for now
 * @param expectedVersions the versions of the order for which it is meant; none for any
 */
public record Intent(
        CommandId commandId, Actor actor, Option<Instant> happenedAt, Option<IntPredicate> expectedVersions) {

    /** A wish of this moment, for whatever version the order is at. */
    public Intent(CommandId commandId, Actor actor) {
        this(commandId, actor, Option.none(), Option.none());
    }

    Provenance at(Instant now) {
        return new Provenance(commandId, actor, happenedAt.getOrElse(now), now);
    }
}
