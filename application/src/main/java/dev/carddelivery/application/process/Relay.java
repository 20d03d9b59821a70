package dev.carddelivery.application.process;

import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.OutgoingMessage.OrderNews;
import dev.carddelivery.application.port.MessagePublisher;
import io.vavr.collection.Seq;
import java.util.function.Consumer;

/** Tells the other domains what each event means to them: the news itself, and what they are asked to do about it. */
public final class Relay implements Consumer<Seq<Transition>> {

    private final MessagePublisher publisher;

    public Relay(MessagePublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void accept(Seq<Transition> page) {
        publisher.publish(page.flatMap(Relay::messages));
    }

    private static Seq<OutgoingMessage> messages(Transition each) {
        return ProcessPolicy.requests(each.event(), each.after())
                .<OutgoingMessage>map(request -> new OutgoingMessage.Request(request, each.event(), each.after()))
                .prepend(new OrderNews(each.event(), each.after()));
    }
}
