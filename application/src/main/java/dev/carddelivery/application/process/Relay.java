package dev.carddelivery.application.process;

import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.OutgoingMessage.OrderNews;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.port.OrderStore;
import io.vavr.collection.Seq;
import java.util.function.Consumer;

/** Tells the other domains what each event means to them: the news itself, and what they are asked to do about it. */
public final class Relay implements Consumer<Seq<RecordedEvent>> {

    private final RevisionTracker tracker;
    private final MessagePublisher publisher;

    public Relay(OrderStore store, MessagePublisher publisher) {
        this.tracker = new RevisionTracker(store);
        this.publisher = publisher;
    }

    @Override
    public void accept(Seq<RecordedEvent> events) {
        publisher.publish(events.zip(tracker.after(events)).flatMap(event -> event.apply(Relay::messages)));
    }

    private static Seq<OutgoingMessage> messages(RecordedEvent event, OrderRevision after) {
        return ProcessPolicy.requests(event, after)
                .<OutgoingMessage>map(request -> new OutgoingMessage.Request(request, event, after))
                .prepend(new OrderNews(event, after));
    }
}
