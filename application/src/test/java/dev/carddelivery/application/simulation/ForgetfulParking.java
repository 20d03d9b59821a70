package dev.carddelivery.application.simulation;

import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.time.Instant;

/** Parking as it must not be: whatever is to wait is dropped. */
final class ForgetfulParking implements ParkedReports {

    @Override
    public void park(Parked report) {}

    @Override
    public int othersWaiting(Parked report) {
        return 0;
    }

    @Override
    public Set<OrderId> awaitedAmong(Set<OrderId> orders) {
        return HashSet.empty();
    }

    @Override
    public Seq<Parked> of(OrderId order) {
        return List.empty();
    }

    @Override
    public Seq<Parked> since(Instant moment, int limit) {
        return List.empty();
    }

    @Override
    public void remove(Parked seen) {}
}
