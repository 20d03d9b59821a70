package dev.carddelivery.application.process;

import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.AwaitedRequests;
import dev.carddelivery.application.port.AwaitedRequests.Awaited;
import dev.carddelivery.application.port.AwaitedRequests.Open;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.function.Consumer;

/** Keeps in mind which requests have no answer yet. */
public final class AnswersAwaited implements Consumer<Seq<Transition>> {

    private final AwaitedRequests awaited;
    private final ReminderSchedule schedule;

    public AnswersAwaited(AwaitedRequests awaited, ReminderSchedule schedule) {
        this.awaited = awaited;
        this.schedule = schedule;
    }

    @Override
    public void accept(Seq<Transition> page) {
        Vector<Awaited> asked = Vector.empty();
        Map<OrderId, Open> latest = HashMap.empty();
        for (Transition each : page) {
            RecordedEvent event = each.event();
            Set<Kind> open = ProcessPolicy.awaited(each.after());
            latest = latest.put(event.orderId(), new Open(event.version(), open));
            asked = asked.appendAll(ProcessPolicy.requests(event, each.after())
                    .filter(request -> open.contains(request.kind()))
                    .map(request -> new Awaited(request, 0, event.by().now().plus(schedule.first()))));
        }
        awaited.update(asked, latest);
    }
}
