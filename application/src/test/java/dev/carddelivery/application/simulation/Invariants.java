package dev.carddelivery.application.simulation;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLog;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderEvent.OrderPlaced;
import dev.carddelivery.domain.order.OrderEvent.ProductionRequested;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.testing.LifecycleTable;
import dev.carddelivery.domain.testing.LifecycleTable.Transition;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;

/** What must be true of the log at every moment, however the program got there. */
final class Invariants {

    private static final Set<Transition> MOVES = LifecycleTable.transitions();
    private static final int PAGE = 1_000;

    private final Nature nature;
    private final EventLog log;
    private long place;
    private Map<OrderId, OrderRevision> revisions = HashMap.empty();
    private Map<OrderId, Vector<RecordedEvent>> histories = HashMap.empty();
    private Map<OrderId, Vector<PartnerRequest>> cards = HashMap.empty();

    Invariants(Nature nature, EventLog log) {
        this.nature = nature;
        this.log = log;
    }

    /** Looks at what was appended since the last look. */
    void check() {
        EventLog.Page page = log.readAfter(place, PAGE);
        page.events().forEach(this::check);
        place = page.place();
    }

    /** A card was made: one for each time the bureau was asked for one, and no more. */
    void made(PartnerRequest request) {
        OrderId order = request.orderId();
        Vector<PartnerRequest> made = cards.getOrElse(order, Vector.empty());
        int attempts = history(order).count(recorded -> recorded.event() instanceof ProductionRequested);
        Violation.unless(
                made.size() < attempts && !made.contains(request),
                () -> "the bureau makes a second card for " + nature.trace().nameOf(order));
        cards = cards.put(order, made.append(request));
    }

    /** The latest revisions of all orders. */
    Map<OrderId, OrderRevision> revisions() {
        return revisions;
    }

    /** All events of an order, in the order of the log. */
    Vector<RecordedEvent> history(OrderId order) {
        return histories.getOrElse(order, Vector.empty());
    }

    private void check(RecordedEvent event) {
        OrderId order = event.orderId();
        String name = nature.trace().nameOf(order);
        Vector<RecordedEvent> before = history(order);
        nature.note("  " + name + " version " + event.version() + ": "
                + event.event().getClass().getSimpleName());
        Violation.unless(event.version() == before.size() + 1, () -> name + " goes on with version " + event.version());
        Violation.unless(
                event.event() instanceof OrderPlaced == before.isEmpty(),
                () -> name + " is placed once and first, and not: " + event);
        CommandId command = event.by().commandId();
        Violation.unless(
                before.forAll(earlier -> !earlier.by().commandId().equals(command))
                        || before.last().by().equals(event.by()),
                () -> name + " did the same twice: " + event);
        OrderRevision after =
                revisions.get(order).fold(() -> OrderRevision.first(event).get(), revision -> revision.next(event));
        revisions.get(order).forEach(revision -> checkMove(name, revision.status(), after.status()));
        revisions = revisions.put(order, after);
        histories = histories.put(order, before.append(event));
    }

    private static void checkMove(String name, Status from, Status to) {
        Violation.unless(
                from == to || MOVES.contains(new Transition(from, to)),
                () -> name + " went from " + from + " to " + to);
    }
}
