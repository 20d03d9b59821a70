package dev.carddelivery.application.message;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.domain.order.OrderId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What other domains are told. All of it is a function of one event and the order right after it, so it is the same
 * however often that event is read from the log.
 */
public sealed interface OutgoingMessage {

    /** The message's name, the same whenever it is sent again. */
    UUID id();

    /** The event that the message follows from. */
    RecordedEvent cause();

    /** The order right after that event. */
    OrderRevision after();

    /** The order it is about; messages of one order keep their order. */
    default OrderId orderId() {
        return cause().orderId();
    }

    /** Tells everybody who wants to know that something has happened to an order. */
    record OrderNews(RecordedEvent cause, OrderRevision after) implements OutgoingMessage {

        @Override
        public UUID id() {
            String name = "news/" + cause.orderId().value() + "/" + cause.version();
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Asks one partner to do something. */
    record Request(PartnerRequest request, RecordedEvent cause, OrderRevision after) implements OutgoingMessage {

        @Override
        public UUID id() {
            return request.id();
        }
    }
}
