package dev.carddelivery.bootstrap.demo;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import io.cloudevents.CloudEvent;
import io.vavr.collection.Seq;

/** The way of the partners' reports to whoever has asked. */
@FunctionalInterface
public interface Reports {

    /**
     * Sends reports, all about one order. When this returns, they will arrive, in this order.
     *
     * @throws RuntimeException when they may not have been taken; all of them have to be sent again
     */
    void send(Partner from, Seq<CloudEvent> reports);
}
