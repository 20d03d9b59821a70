package dev.carddelivery.application.process;

import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.AwaitedRequests;
import dev.carddelivery.application.port.AwaitedRequests.Awaited;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.function.Consumer;

/** Keeps in mind which requests have no answer yet. */
public final class AnswersAwaited implements Consumer<Seq<RecordedEvent>> {

    private final RevisionTracker tracker;
    private final AwaitedRequests awaited;
    private final ReminderSchedule schedule;

    public AnswersAwaited(OrderStore store, AwaitedRequests awaited, ReminderSchedule schedule) {
        this.tracker = new RevisionTracker(store);
        this.awaited = awaited;
        this.schedule = schedule;
    }

    @Override
    public void accept(Seq<RecordedEvent> events) {
        Vector<Awaited> asked = Vector.empty();
        Map<OrderId, Set<Kind>> latest = HashMap.empty();
        for (Tuple2<RecordedEvent, OrderRevision> each : events.zip(tracker.after(events))) {
            RecordedEvent event = each._1;
            OrderRevision after = each._2;
            Set<Kind> open = ProcessPolicy.awaited(after);
            latest = latest.put(event.orderId(), open);
            asked = asked.appendAll(ProcessPolicy.requests(event, after)
                    .filter(request -> open.contains(request.kind()))
                    .map(request -> new Awaited(request, 0, event.by().now().plus(schedule.first()))));
        }
        awaited.update(asked, latest);
    }
}
