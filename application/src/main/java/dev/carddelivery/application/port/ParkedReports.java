package dev.carddelivery.application.port;

import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.time.Instant;
import java.util.UUID;

/** Where reports wait that came before their order was ready for them. */
public interface ParkedReports {

    /**
     * Lets a report wait. Where one with this id waits already, it keeps its place and waits anew, since this moment.
     */
    void park(Parked report);

    /** How many wait for the same order beside this one. */
    int othersWaiting(Parked report);

    /** Those of these orders for which something waits. */
    Set<OrderId> awaitedAmong(Set<OrderId> orders);

    /** What waits for an order, in the order in which it came. */
    Seq<Parked> of(OrderId order);

    /** What has waited since before {@code moment}, the oldest first. */
    Seq<Parked> since(Instant moment, int limit);

    /**
     * A report need not wait any more. Where it has begun to wait anew since it was seen as {@code seen}, nothing
     * changes: whoever let it wait the last time was promised that it does.
     */
    void remove(Parked seen);

    /**
     * A report that waits.
     *
     * @param id the message's name; two messages that say different things have two, even if they use one report's id
     * @param orderId for which order
     * @param at when it came, the last time if it came again
     * @param message the message as it came
     */
    record Parked(UUID id, OrderId orderId, Instant at, ReceivedMessage message) {}
}
