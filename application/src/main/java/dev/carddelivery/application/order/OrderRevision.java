package dev.carddelivery.application.order;

import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderEvolver;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.person.UserId;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * An order as of one version of its history: all that a status, a read model or a partner may be told is a function of
 * this alone.
 *
 * @param order the order
 * @param version the version
 * @param placedAt when the order was recorded first
 * @param since when the present status began, by the clock of who asserted it
 * @param assertedBy who asserted the present status
 */
public record OrderRevision(Order.Placed order, int version, Instant placedAt, Instant since, Actor assertedBy) {

    /** The revision after an order's first event; none where history does not begin with a placed order. */
    public static Option<OrderRevision> first(RecordedEvent recorded) {
        return OrderEvolver.evolve(Order.UNPLACED, recorded.event()) instanceof Order.Placed placed
                ? Option.some(new OrderRevision(
                        placed,
                        recorded.version(),
                        recorded.by().now(),
                        recorded.by().happenedAt(),
                        recorded.by().actor()))
                : Option.none();
    }

    /** The revision after {@code recorded}, the next event of the same order. */
    public OrderRevision next(RecordedEvent recorded) {
        Order.Placed evolved = (Order.Placed) OrderEvolver.evolve(order, recorded.event());
        boolean sameStatus = Status.of(evolved) == status();
        return new OrderRevision(
                evolved,
                recorded.version(),
                placedAt,
                sameStatus ? since : recorded.by().happenedAt(),
                sameStatus ? assertedBy : recorded.by().actor());
    }

    /** The order's name. */
    public OrderId orderId() {
        return order.dossier().id();
    }

    /** The customer who placed it. */
    public UserId owner() {
        return order.dossier().owner();
    }

    /** Which type of card was ordered. */
    public CardType cardType() {
        return order.dossier().content().card().type();
    }

    /** The order's status. */
    public Status status() {
        return Status.of(order);
    }
}
