package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.testing.CardDeliveryDomain;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(CardDeliveryDomain.class)
class EventCodecProperties {

    @Property(tries = 500)
    void everyEventIsReadAsItWasWritten(@ForAll OrderEvent event) {
        assertThat(EventCodec.CURRENT.decode(EventCodec.CURRENT.encode(event))).isEqualTo(event);
    }
}
