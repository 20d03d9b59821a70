package dev.carddelivery.domain.testing;

import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.Address;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.order.EditableContent;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderCommand;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderEvent;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** The harness by type: a property marked with {@code @Domain(CardDeliveryDomain.class)} just asks for its values. */
public class CardDeliveryDomain extends DomainContextBase {

    @Provide
    Arbitrary<Plastic> plastics() {
        return CardArbitraries.plastics();
    }

    @Provide
    Arbitrary<Address> addresses() {
        return DeliveryArbitraries.addresses();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return DeliveryArbitraries.instants();
    }

    @Provide
    Arbitrary<Shipment> shipments() {
        return DeliveryArbitraries.shipments();
    }

    @Provide
    Arbitrary<EditableContent> editableContents() {
        return OrderArbitraries.editableContents();
    }

    @Provide
    Arbitrary<OrderContent> orderContents() {
        return OrderArbitraries.orderContents();
    }

    @Provide
    Arbitrary<OrderCommand> commands() {
        return CommandArbitraries.commands();
    }

    @Provide
    Arbitrary<OrderEvent> events() {
        return EventArbitraries.events();
    }

    @Provide
    Arbitrary<Order> orders() {
        return OrderArbitraries.orders();
    }

    @Provide
    Arbitrary<Journey> journeys() {
        return OrderArbitraries.journeys();
    }

    @Provide
    Arbitrary<Material> materials() {
        return OrderArbitraries.materials();
    }

    @Provide
    Arbitrary<Move> moves() {
        return OrderArbitraries.moves();
    }
}
