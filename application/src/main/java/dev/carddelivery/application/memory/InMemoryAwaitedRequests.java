package dev.carddelivery.application.memory;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.port.AwaitedRequests;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.time.Instant;

/** Awaited requests in memory. */
public final class InMemoryAwaitedRequests implements AwaitedRequests {

    private Map<PartnerRequest, Awaited> requests = LinkedHashMap.empty();

    @Override
    public synchronized void update(Seq<Awaited> asked, Map<OrderId, Open> open) {
        asked.filter(each -> !requests.containsKey(each.request())).forEach(this::put);
        requests = requests.rejectKeys(request -> open.get(request.orderId()).exists(latest -> latest.isPast(request)));
    }

    @Override
    public synchronized Seq<Awaited> dueBy(Instant now, int limit) {
        return requests.values()
                .filter(each -> !each.due().isAfter(now))
                .sortBy(Awaited::due)
                .take(limit);
    }

    @Override
    public synchronized void reminded(Awaited next) {
        if (requests.containsKey(next.request())) {
            put(next);
        }
    }

    @Override
    public synchronized void forget(PartnerRequest request) {
        requests = requests.remove(request);
    }

    private void put(Awaited each) {
        requests = requests.put(each.request(), each);
    }
}
