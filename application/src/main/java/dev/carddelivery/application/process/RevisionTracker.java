package dev.carddelivery.application.process;

import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Status;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/**
 * Follows the orders whose events pass by, so that some work sees each event with the order right after it. Orders that
 * were seen lately are remembered, more of them as long as there is a backlog, where an order's next event may be far
 * from its last; those of a page that are not are read from their histories all at once. For use by one thread.
 */
public final class RevisionTracker implements Consumer<Seq<RecordedEvent>> {

    /** About what an order takes of the heap, as {@code RelayBenchmark} shows. */
    private static final long BYTES = 5_000;

    /** Where there is no backlog, an order's next event mostly comes too late for it to be remembered. */
    private static final int REMEMBERED = 5_000;

    /** As many orders as fit into a thirty-second part of the heap: an instance has three trackers. */
    private static final int REMEMBERED_IN_BACKLOG =
            (int) Math.min(1_000_000, Runtime.getRuntime().maxMemory() / 32 / BYTES);

    private final OrderStore store;
    private final Consumer<Seq<Transition>> work;
    private final int remembered;
    private final int rememberedInBacklog;

    /** The longest unseen first. */
    private final LinkedHashMap<OrderId, OrderRevision> recent = new LinkedHashMap<>(1_000, 0.75f, true);

    public RevisionTracker(OrderStore store, Consumer<Seq<Transition>> work) {
        this(store, work, REMEMBERED, Math.max(REMEMBERED, REMEMBERED_IN_BACKLOG));
    }

    RevisionTracker(OrderStore store, Consumer<Seq<Transition>> work, int remembered, int rememberedInBacklog) {
        this.store = store;
        this.work = work;
        this.remembered = remembered;
        this.rememberedInBacklog = rememberedInBacklog;
    }

    @Override
    public void accept(Seq<RecordedEvent> page) {
        recall(page.distinctBy(RecordedEvent::orderId)
                .filter(first -> first.version() > 1 && before(first).isEmpty()));
        Vector<Transition> transitions = page.map(this::follow).toVector();
        forget(transitions);
        work.accept(transitions);
    }

    private Option<OrderRevision> before(RecordedEvent recorded) {
        return Option.of(recent.get(recorded.orderId())).filter(order -> order.version() == recorded.version() - 1);
    }

    private void recall(Seq<RecordedEvent> unknown) {
        if (unknown.nonEmpty()) {
            Map<OrderId, Integer> versions = unknown.toMap(RecordedEvent::orderId, event -> event.version() - 1);
            store.loadUpTo(versions)
                    .mapValues(OrderHistory::latest)
                    .forEach((id, latest) -> latest.forEach(revision -> recent.put(id, revision)));
        }
    }

    private Transition follow(RecordedEvent recorded) {
        OrderRevision after = before(recorded)
                .map(order -> order.next(recorded))
                .orElse(() -> OrderRevision.first(recorded))
                .getOrElseThrow(() -> new IllegalStateException("The log has version " + recorded.version()
                        + " of order " + recorded.orderId().value() + ", its history has not what comes before"));
        recent.put(recorded.orderId(), after);
        return new Transition(recorded, after);
    }

    /** Of an order that has come to its end hardly anything follows. */
    private void forget(Seq<Transition> page) {
        page.map(Transition::after)
                .filter(after ->
                        after.status() == Status.ACTIVE || after.status().isFinal())
                .forEach(ended -> recent.remove(ended.orderId()));
        int most = page.size() < Subscription.PAGE ? remembered : rememberedInBacklog;
        while (recent.size() > most) {
            recent.pollFirstEntry();
        }
    }
}
