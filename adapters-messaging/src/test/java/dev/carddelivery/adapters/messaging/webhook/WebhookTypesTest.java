package dev.carddelivery.adapters.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.messaging.message.MessageType;
import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.domain.order.OrderEvent;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

class WebhookTypesTest {

    @Test
    void everyEventAndEveryRequestCanBeSubscribedToAndNothingElse() {
        List<MessageType> told = SampleEvents.ofEveryKind(Samples.newOrderId())
                .<MessageType>map(MessageType::of)
                .appendAll(List.of(Kind.values()).map(MessageType::of));

        assertThat(WebhookTypes.all())
                .isEqualTo(told.map(MessageType::attribute).toSet());
        assertThat(SampleEvents.ofEveryKind(Samples.newOrderId())
                        .map(OrderEvent::getClass)
                        .distinct())
                .hasSize(OrderEvent.class.getPermittedSubclasses().length);
    }
}
