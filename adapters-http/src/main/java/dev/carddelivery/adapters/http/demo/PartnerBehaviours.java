package dev.carddelivery.adapters.http.demo;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Map;
import io.vavr.control.Option;

/** How the demo partners behave, and where they are told to behave in another way. */
public interface PartnerBehaviours {

    /**
     * Tells a partner how to behave from now on.
     *
     * @param orderId for which order; none for all orders that nothing else was said for
     */
    void tell(Partner partner, Option<OrderId> orderId, Behaviour behaviour);

    /** What was said to a partner: for all orders under none, for single ones under their ids. */
    Map<Option<OrderId>, Behaviour> of(Partner partner);

    /** Lets a partner behave normally for all orders. */
    void reset(Partner partner);
}
