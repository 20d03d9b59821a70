package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;

/** Appends for tests that look below the store. */
final class Appends {

    static final Provenance BY = new Provenance(
            Samples.newCommandId(), new Actor(Actor.Role.COURIER, "courier"), Samples.MORNING, Samples.MORNING);

    private Appends() {}

    /** Notes, appended to a history at this version. */
    static PendingAppend notes(OrderId order, int expectedVersion, String... notes) {
        return append(order, expectedVersion, BY, List.of(notes).map(SampleEvents::noted));
    }

    static PendingAppend append(OrderId order, int expectedVersion, Provenance by, List<OrderEvent> events) {
        return new PendingAppend(order, expectedVersion, by, events);
    }
}
