package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.PartnerRequests;
import dev.carddelivery.application.port.PartnerRequestsContract;
import dev.carddelivery.application.process.PartnerRequest;
import io.vavr.collection.Seq;

class InMemoryPartnerRequestsTest extends PartnerRequestsContract {

    private final InMemoryPartnerRequests requests = new InMemoryPartnerRequests();

    @Override
    protected PartnerRequests noRequests() {
        return requests;
    }

    @Override
    protected Seq<PartnerRequest> handedOver() {
        return requests.all();
    }
}
