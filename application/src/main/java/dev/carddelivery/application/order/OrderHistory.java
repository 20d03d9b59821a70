package dev.carddelivery.application.order;

import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderEvent.OrderPlaced;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * Everything recorded about one order, oldest first. It is the order's own idempotency record: what a command answered
 * the first time can be read from it for ever.
 *
 * @param events dense by version from 1; empty where no order was placed
 */
public record OrderHistory(Vector<RecordedEvent> events) {

    /** The history of an order nobody placed. */
    public static final OrderHistory NONE = new OrderHistory(Vector.empty());

    /** The order as it is now; none where nobody placed one. */
    public Option<OrderRevision> latest() {
        return revisions().lastOption();
    }

    /** The order as it was right after the event with this version. */
    public Option<OrderRevision> at(int version) {
        return revisions().find(revision -> revision.version() == version);
    }

    /** The order as this system knew it at {@code moment}. */
    public Option<OrderRevision> asOf(Instant moment) {
        int known = events.takeWhile(event -> !event.by().now().isAfter(moment)).size();
        return at(known);
    }

    /** The order after each event later than {@code version}, oldest first. */
    public Seq<OrderRevision> after(int version) {
        return version >= events.size() ? Vector.empty() : revisions().filter(revision -> revision.version() > version);
    }

    /** The events which a command of this name caused, whatever it asked. */
    public Seq<RecordedEvent> causedBy(CommandId command) {
        return events.filter(event -> event.by().commandId().value().equals(command.value()));
    }

    /** What the customer asked for in the first place. */
    public Option<OrderPlaced> placed() {
        return events.headOption()
                .map(RecordedEvent::event)
                .filter(OrderPlaced.class::isInstance)
                .map(OrderPlaced.class::cast);
    }

    /** This history with further events of one command at its end. */
    public OrderHistory plus(OrderId orderId, Provenance by, Seq<OrderEvent> further) {
        return new OrderHistory(events.appendAll(further.zipWithIndex(
                (event, index) -> new RecordedEvent(orderId, events.size() + index + 1, event, by))));
    }

    /** The answer that was given when the last of these events was recorded. */
    Answer answerOf(Seq<RecordedEvent> caused) {
        return new Answer(at(caused.last().version()).get(), caused.map(RecordedEvent::event), true);
    }

    private Vector<OrderRevision> revisions() {
        return events.headOption()
                .flatMap(OrderRevision::first)
                .map(first -> events.tail().scanLeft(first, OrderRevision::next))
                .getOrElse(Vector.empty());
    }
}
