package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.PartnerRequests;
import dev.carddelivery.application.process.PartnerRequest;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Keeps requests in memory, each once, for whoever plays the partners. */
public final class InMemoryPartnerRequests implements PartnerRequests {

    private final Map<UUID, PartnerRequest> requests = new LinkedHashMap<>();

    @Override
    public synchronized void send(Seq<PartnerRequest> handedOver) {
        handedOver.forEach(request -> requests.putIfAbsent(request.id(), request));
    }

    /** Everything that was handed over, in order. */
    public synchronized Seq<PartnerRequest> all() {
        return Vector.ofAll(requests.values());
    }
}
