package dev.carddelivery.adapters.http.testing;

import dev.carddelivery.adapters.http.demo.Behaviour;
import dev.carddelivery.adapters.http.demo.PartnerBehaviours;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;

/** Demo partners that remember what they were told, and do nothing. */
public final class InMemoryBehaviours implements PartnerBehaviours {

    private Map<Partner, Map<Option<OrderId>, Behaviour>> told = HashMap.empty();

    @Override
    public synchronized void tell(Partner partner, Option<OrderId> orderId, Behaviour behaviour) {
        told = told.put(partner, of(partner).put(orderId, behaviour));
    }

    @Override
    public synchronized Map<Option<OrderId>, Behaviour> of(Partner partner) {
        return told.getOrElse(partner, LinkedHashMap.empty());
    }

    @Override
    public synchronized void reset(Partner partner) {
        told = told.remove(partner);
    }
}
