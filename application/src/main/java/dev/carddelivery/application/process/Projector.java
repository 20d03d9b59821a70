package dev.carddelivery.application.process;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.port.ReadModels;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps the read models in step with the log: each order's tables are a function of its latest revision. */
public final class Projector implements Consumer<Seq<Transition>> {

    private final ReadModels readModels;

    public Projector(ReadModels readModels) {
        this.readModels = readModels;
    }

    @Override
    public void accept(Seq<Transition> page) {
        Map<OrderId, OrderRevision> latest = new LinkedHashMap<>();
        page.map(Transition::after).forEach(revision -> latest.put(revision.orderId(), revision));
        readModels.show(Vector.ofAll(latest.values()));
    }
}
