package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.time.Instant;
import java.util.UUID;

/** Parked reports in memory. */
public final class InMemoryParkedReports implements ParkedReports {

    private Map<UUID, Parked> parked = LinkedHashMap.empty();

    @Override
    public synchronized void park(Parked report) {
        parked = parked.put(report.id(), report);
    }

    @Override
    public synchronized int othersWaiting(Parked report) {
        return parked.remove(report.id())
                .values()
                .count(other -> other.orderId().equals(report.orderId()));
    }

    @Override
    public synchronized Set<OrderId> awaitedAmong(Set<OrderId> orders) {
        return parked.values().map(Parked::orderId).filter(orders::contains).toLinkedSet();
    }

    @Override
    public synchronized Seq<Parked> of(OrderId order) {
        return parked.values().filter(report -> report.orderId().equals(order));
    }

    @Override
    public synchronized Seq<Parked> since(Instant moment, int limit) {
        return parked.values()
                .filter(report -> report.at().isBefore(moment))
                .sortBy(Parked::at)
                .take(limit);
    }

    @Override
    public synchronized void remove(Parked seen) {
        boolean waitsAnew =
                parked.get(seen.id()).exists(present -> !present.at().equals(seen.at()));
        parked = waitsAnew ? parked : parked.remove(seen.id());
    }
}
