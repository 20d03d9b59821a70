package dev.carddelivery.application.simulation;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Collects cards at the bureau and carries them to the customers. */
final class Courier implements Consumer<PartnerRequest> {

    private final Nature nature;
    private final Correspondence correspondence;
    private final Function<OrderId, Option<Plastic>> bureau;
    private final BiConsumer<OrderId, Plastic> customers;
    private Map<OrderId, Journey> journeys = HashMap.empty();
    private Set<OrderId> recalled = HashSet.empty();

    /**
     * A courier.
     *
     * @param bureau gives away the card of an order, if it is there
     * @param customers take the card of an order
     */
    Courier(
            Nature nature,
            Correspondence correspondence,
            Function<OrderId, Option<Plastic>> bureau,
            BiConsumer<OrderId, Plastic> customers) {
        this.nature = nature;
        this.correspondence = correspondence;
        this.bureau = bureau;
        this.customers = customers;
    }

    @Override
    public void accept(PartnerRequest request) {
        OrderId orderId = request.orderId();
        if (!correspondence.isNew(request)) {
            return;
        }
        switch (request.kind()) {
            case PARCEL_DISPATCH -> {
                correspondence.repeat(orderId);
                collect(orderId);
            }
            case PARCEL_REDIRECT -> journeys.get(orderId).forEach(Journey::redirect);
            case PARCEL_RECALL -> {
                recalled = recalled.add(orderId);
                journeys.get(orderId).forEach(Journey::turnBack);
            }
            default -> {}
        }
    }

    /** Fetches the card of an order, unless it is not wanted any more. */
    void collect(OrderId orderId) {
        if (!recalled.contains(orderId)) {
            bureau.apply(orderId).forEach(card -> {
                Consumer<Plastic> customer = handedOver -> customers.accept(orderId, handedOver);
                Journey journey = new Journey(nature, correspondence, orderId, card, customer, journeys.size() + 1);
                journeys = journeys.put(orderId, journey);
                journey.begin();
            });
        }
    }
}
