package dev.carddelivery.application.simulation;

import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.OutgoingMessage.OrderNews;
import dev.carddelivery.application.message.OutgoingMessage.Request;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.port.MessagePublisher;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.util.function.Consumer;

/** The way from the program to its partners; a crash may leave a part of the messages taken. */
final class Post implements MessagePublisher {

    private final Network network;
    private final Ledger ledger;
    private final Perils perils;
    private final Trace trace;
    private Map<Partner, Consumer<PartnerRequest>> partners = HashMap.empty();

    Post(Network network, Ledger ledger, Perils perils, Trace trace) {
        this.network = network;
        this.ledger = ledger;
        this.perils = perils;
        this.trace = trace;
    }

    /** From now on requests to {@code partner} get to {@code door}. */
    void connect(Partner partner, Consumer<PartnerRequest> door) {
        partners = partners.put(partner, door);
    }

    @Override
    public void publish(Seq<OutgoingMessage> messages) {
        messages.forEach(message -> {
            perils.strike("before a message is taken");
            take(message);
        });
        perils.strike("after all messages were taken");
    }

    private void take(OutgoingMessage message) {
        switch (message) {
            case OrderNews news -> ledger.told(news);
            case Request asked -> {
                PartnerRequest request = asked.request();
                ledger.asked(request);
                partners.get(request.kind().partner())
                        .forEach(door -> network.carry(
                                request.kind() + " of " + trace.nameOf(request.orderId()), () -> door.accept(request)));
            }
        }
    }
}
