package dev.carddelivery.application.order;

import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderEvent.ParcelTracked;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * What a partner can make happen without end by saying it under ever new names. A history takes only so much of it: it
 * must stay short enough to be read.
 */
final class Talk {

    /** Far more than any parcel is seen; each event more makes all that follow slower. */
    private static final int MUCH = 1_000;

    private Talk() {}

    /**
     * Whether {@code events}, which take {@code before} to {@code then}, are talk, and the history has enough of it.
     */
    static boolean isTooMuch(OrderHistory history, OrderRevision before, Seq<OrderEvent> events, OrderRevision then) {
        return isTalk(events) && movesNothing(before, then) && hasEnough(history);
    }

    private static boolean isTalk(Seq<OrderEvent> events) {
        return events.nonEmpty()
                && events.forAll(event -> event instanceof ReportNoted || event instanceof ParcelTracked);
    }

    private static boolean movesNothing(OrderRevision before, OrderRevision then) {
        return before.status() == then.status() && awaited(before).equals(awaited(then));
    }

    private static Option<Deadline.Kind> awaited(OrderRevision revision) {
        return revision.order().dossier().deadline().map(Deadline::what);
    }

    private static boolean hasEnough(OrderHistory history) {
        return history.events().count(recorded -> isTalk(List.of(recorded.event()))) >= MUCH;
    }
}
