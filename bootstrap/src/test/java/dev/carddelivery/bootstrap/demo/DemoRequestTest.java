package dev.carddelivery.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.jdbc.Mail;
import dev.carddelivery.adapters.messaging.message.MessageCodec;
import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.order.RecordedEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.v1.CloudEventBuilder;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoRequestTest {

    private static final OrderStory STORY = OrderStory.placed();
    private static final RecordedEvent PLACED = STORY.history().events().head();

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "CUSTOMER_NOTIFY")
    void aRequestIsReadAsItWasWritten(Kind kind) {
        Mail mail = DemoRequest.mail(asked(kind)).get();
        DemoRequest request = DemoRequest.of(mail);

        assertThat(List.of(mail.id(), mail.orderId(), mail.kind()))
                .isEqualTo(List.of(request.id(), request.orderId(), request.kind()))
                .isEqualTo(List.of(new PartnerRequest(STORY.id(), 1, kind).id(), STORY.id(), kind));
        assertThat(request.at()).isEqualTo(PLACED.by().now());
        assertThat(request.text("/orderId")).contains(STORY.id().value().toString());
        assertThat(request.text("/nothing/like/that")).isEmpty();
    }

    @Test
    void whatIsForSomebodyElseIsLeftAlone() {
        CloudEvent news = MessageCodec.encode(new OutgoingMessage.OrderNews(PLACED, STORY.latest()));

        assertThat(DemoRequest.mail(news)).isEmpty();
        assertThat(DemoRequest.mail(asked(Kind.CUSTOMER_NOTIFY))).isEmpty();
    }

    @Test
    void whatCannotBeReadIsLeftAlone() {
        CloudEvent check = asked(Kind.IDENTITY_CHECK);

        assertThat(DemoRequest.mail(changed(check).withId("x").build())).isEmpty();
        assertThat(DemoRequest.mail(changed(check).withSubject("x").build())).isEmpty();
        assertThat(DemoRequest.mail(changed(check).withSubject(null).build())).isEmpty();
        assertThat(DemoRequest.mail(changed(check).withTime(null).build())).isEmpty();
        assertThat(DemoRequest.mail(changed(check).withoutData().build())).isEmpty();
        assertThat(DemoRequest.mail(changed(check).withData(new byte[] {'x'}).build()))
                .isEmpty();
        assertThat(DemoRequest.mail(changed(check).build())).hasSize(1);
    }

    private static CloudEvent asked(Kind kind) {
        return MessageCodec.encode(
                new OutgoingMessage.Request(new PartnerRequest(STORY.id(), 1, kind), PLACED, STORY.latest()));
    }

    private static CloudEventBuilder changed(CloudEvent event) {
        return new CloudEventBuilder(event);
    }
}
