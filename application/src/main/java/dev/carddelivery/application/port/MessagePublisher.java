package dev.carddelivery.application.port;

import dev.carddelivery.application.message.OutgoingMessage;
import io.vavr.collection.Seq;

/** A way to the other domains. */
@FunctionalInterface
public interface MessagePublisher {

    /**
     * Sends messages. When this returns, what this way carries of them will reach its receivers even after a crash, the
     * messages of one order in the order given here. Whoever sends a message again, by its id, does no harm: its
     * receivers may get it more than once and know it by its id.
     *
     * @throws RuntimeException when they may not have been taken; all of them have to be sent again
     */
    void publish(Seq<OutgoingMessage> messages);
}
