package dev.carddelivery.application.port;

import dev.carddelivery.application.order.RecordedEvent;
import io.vavr.collection.Seq;
import java.time.Duration;

/**
 * The events of all orders in one order that never changes: an event that was once seen before another is seen before
 * it for ever, events of one order by version, and none ever appears before a place already read.
 */
public interface EventLog {

    /**
     * Reads on after a place.
     *
     * @param afterPlace the place of the last page read; 0 for the beginning
     * @param limit about how many events to return; a page holds whole batches and may be a little longer
     * @return an empty page at the same place where there is nothing new
     */
    Page readAfter(long afterPlace, int limit);

    /** The last place there is; 0 in an empty log. */
    long end();

    /**
     * Waits until there may be something after {@code afterPlace}, or until {@code atMost} has passed. It may return
     * early for no reason.
     */
    void awaitAfter(long afterPlace, Duration atMost) throws InterruptedException;

    /**
     * A stretch of the log.
     *
     * @param events in the order of the log
     * @param place where to read on
     */
    record Page(Seq<RecordedEvent> events, long place) {}
}
