package dev.carddelivery.adapters.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.Provenance;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.testing.CardDeliveryDomain;
import dev.carddelivery.domain.testing.Examples;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Whatever has happened and whatever was ordered, what is told of it keeps its schema. */
@Domain(CardDeliveryDomain.class)
@Domain(DomainContext.Global.class)
class OutgoingMessageProperties {

    @Property(tries = 300)
    void newsOfAnyEventKeepTheirSchema(@ForAll OrderEvent event) {
        assertThat(Contract.complaints(MessageCodec.encode(Messages.news(event))))
                .isEmpty();
    }

    @Property(tries = 300)
    void requestsForAnyOrderKeepTheirSchema(@ForAll OrderContent content, @ForAll Kind kind) {
        assertThat(Contract.complaints(MessageCodec.encode(request(content, kind))))
                .isEmpty();
    }

    private static OutgoingMessage request(OrderContent content, Kind kind) {
        OrderEvent placed = new OrderEvent.OrderPlaced(
                Examples.ORDER_ID, Examples.OWNER, Purpose.FIRST, content, Examples.COURIERS_ETA, Samples.MORNING);
        Provenance by = new Provenance(
                Samples.newCommandId(), Samples.customer(Examples.OWNER), Samples.MORNING, Samples.MORNING);
        RecordedEvent first = new RecordedEvent(Examples.ORDER_ID, 1, placed, by);
        return new OutgoingMessage.Request(
                new PartnerRequest(Examples.ORDER_ID, 1, kind),
                first,
                OrderRevision.first(first).get());
    }
}
