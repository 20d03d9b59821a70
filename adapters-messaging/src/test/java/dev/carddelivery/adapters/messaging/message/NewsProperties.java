package dev.carddelivery.adapters.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.testing.CardDeliveryDomain;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Whatever has happened, the news of it keep their schema. */
@Domain(CardDeliveryDomain.class)
class NewsProperties {

    @Property
    void newsOfAnyEventKeepTheirSchema(@ForAll OrderEvent event) {
        assertThat(Contract.complaints(MessageCodec.encode(Messages.news(event))))
                .isEmpty();
    }
}
