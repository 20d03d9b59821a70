package dev.carddelivery.application.port;

import dev.carddelivery.application.order.OrderRevision;
import io.vavr.collection.Seq;

/** The tables that are derived from the log: orders, users, cards, deliveries. They lag behind it. */
public interface ReadModels {

    /**
     * Makes the tables show these revisions, in one step. A revision that is not newer than the one shown changes
     * nothing, so the same call may be repeated.
     *
     * @param revisions in the order of the log, at most one of each order
     */
    void show(Seq<OrderRevision> revisions);

    /** Empties the tables, before they are filled anew from the beginning of the log. */
    void clear();
}
