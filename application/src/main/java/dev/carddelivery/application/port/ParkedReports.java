package dev.carddelivery.application.port;

import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.time.Instant;
import java.util.UUID;

/** Where reports wait that came before their order was ready for them. */
public interface ParkedReports {

    /** Lets a report wait. Where one with this id waits already, nothing changes. */
    void park(Parked report);

    /** What waits for these orders, in the order in which it came. */
    Seq<Parked> of(Set<OrderId> orders);

    /** What has waited since before {@code moment}, the oldest first. */
    Seq<Parked> since(Instant moment, int limit);

    /** A report need not wait any more. */
    void remove(UUID id);

    /**
     * A report that waits.
     *
     * @param id the message's name; two messages that say different things have two, even if they use one report's id
     * @param orderId for which order
     * @param at when it came
     * @param message the message as it came
     */
    record Parked(UUID id, OrderId orderId, Instant at, ReceivedMessage message) {}
}
