package dev.carddelivery.application.memory;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.port.MessagePublisherContract;
import io.vavr.collection.Seq;

class InMemoryMessagesTest extends MessagePublisherContract {

    private final InMemoryMessages messages = new InMemoryMessages();

    @Override
    protected MessagePublisher nothingPublished() {
        return messages;
    }

    @Override
    protected Seq<PartnerRequest> handedOver() {
        return messages.requests();
    }
}
