package dev.carddelivery.application.process;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.ReadModels;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps the read models in step with the log: each order's tables are a function of its latest revision. */
public final class Projector implements Consumer<Seq<RecordedEvent>> {

    private final RevisionTracker tracker;
    private final ReadModels readModels;

    public Projector(OrderStore store, ReadModels readModels) {
        this.tracker = new RevisionTracker(store);
        this.readModels = readModels;
    }

    @Override
    public void accept(Seq<RecordedEvent> events) {
        Map<OrderId, OrderRevision> latest = new LinkedHashMap<>();
        tracker.after(events).forEach(revision -> latest.put(revision.orderId(), revision));
        readModels.show(Vector.ofAll(latest.values()));
    }
}
