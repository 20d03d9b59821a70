package dev.carddelivery.application.port;

import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Seq;
import java.time.Instant;

/** Finds deadlines that have passed, as far as the read models have come. */
public interface DeadlineSearch {

    /** Deadlines that are due by {@code now}, the longest overdue first. */
    Seq<Due> dueBy(Instant now, int limit);

    /**
     * A deadline of an order.
     *
     * @param orderId whose
     * @param deadline which
     */
    record Due(OrderId orderId, Deadline deadline) {}
}
