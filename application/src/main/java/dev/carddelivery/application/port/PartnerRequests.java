package dev.carddelivery.application.port;

import dev.carddelivery.application.process.PartnerRequest;
import io.vavr.collection.Seq;

/** The way to the other domains. */
public interface PartnerRequests {

    /**
     * Hands requests over. When this returns they will reach their partners, even after a crash. A request that was
     * handed over before, by its id, changes nothing.
     */
    void send(Seq<PartnerRequest> requests);
}
