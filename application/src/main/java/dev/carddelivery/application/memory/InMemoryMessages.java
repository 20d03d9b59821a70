package dev.carddelivery.application.memory;

import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.port.MessagePublisher;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Keeps messages in memory, each once, for whoever plays the partners. */
public final class InMemoryMessages implements MessagePublisher {

    private final Map<UUID, OutgoingMessage> messages = new LinkedHashMap<>();

    @Override
    public synchronized void publish(Seq<OutgoingMessage> published) {
        published.forEach(message -> messages.putIfAbsent(message.id(), message));
    }

    /** Everything that was published, in order. */
    public synchronized Seq<OutgoingMessage> all() {
        return Vector.ofAll(messages.values());
    }

    /** What the partners were asked, in order. */
    public Seq<PartnerRequest> requests() {
        return all().filter(OutgoingMessage.Request.class::isInstance)
                .map(OutgoingMessage.Request.class::cast)
                .map(OutgoingMessage.Request::request);
    }
}
