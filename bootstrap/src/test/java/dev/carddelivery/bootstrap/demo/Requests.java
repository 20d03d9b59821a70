package dev.carddelivery.bootstrap.demo;

import dev.carddelivery.adapters.jdbc.Mail;
import dev.carddelivery.adapters.messaging.message.MessageCodec;
import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.order.RecordedEvent;

/** Requests as they come into the partners' mailbox. */
final class Requests {

    private Requests() {}

    /** What is asked when an order has got to the end of this story. */
    static Mail mail(Kind kind, OrderStory story) {
        RecordedEvent cause = story.history().events().last();
        PartnerRequest request = new PartnerRequest(cause.orderId(), cause.version(), kind);
        OutgoingMessage message = new OutgoingMessage.Request(request, cause, story.latest());
        return DemoRequest.mail(MessageCodec.encode(message)).get();
    }

    /** The same as its partner reads it. */
    static DemoRequest request(Kind kind, OrderStory story) {
        return DemoRequest.of(mail(kind, story));
    }
}
