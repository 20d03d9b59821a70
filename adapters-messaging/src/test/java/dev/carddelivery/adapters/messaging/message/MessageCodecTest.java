package dev.carddelivery.adapters.messaging.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.testing.Examples;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MessageCodecTest {

    private static final OrderStory PLACED =
            OrderStory.placed(Examples.ORDER_ID, Samples.MORNING, Samples.ANNA, Examples.CONTENT);

    @Test
    void newsAreNamedAndSorted() {
        OutgoingMessage news = Messages.news(new OrderEvent.CardActivated());

        CloudEvent event = MessageCodec.encode(news);

        assertThat(event.getType()).isEqualTo("dev.carddelivery.card.activated.v1");
        assertThat(event.getSource()).hasToString("/card-delivery");
        assertThat(event.getId()).isEqualTo(news.id().toString());
        assertThat(event.getSubject()).isEqualTo(Examples.ORDER_ID.value().toString());
        assertThat(event.getTime()).isEqualTo(Samples.MORNING.atOffset(ZoneOffset.UTC));
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtension("partitionkey")).isEqualTo(event.getSubject());
        assertThat(event.getExtension("sequence")).isEqualTo("0000000012");
    }

    @Test
    void newsTellWhoAssertedItAndWhen() {
        OrderStory story = PLACED.dispatched();
        OutgoingMessage news =
                new OutgoingMessage.OrderNews(story.history().events().last(), story.latest());

        JsonNode data = data(news);

        assertThat(data.path("status").stringValue()).isEqualTo("in_delivery");
        assertThat(data.path("assertedBy").stringValue()).isEqualTo("courier");
        assertThat(instant(data, "occurredAt")).isEqualTo(story.now().minus(Duration.ofMinutes(1)));
        assertThat(instant(data, "recordedAt")).isEqualTo(story.now());
        assertThat(data.at("/deadline/what").stringValue()).isEqualTo("delivery");
        assertThat(MessageCodec.encode(news).getTime())
                .isEqualTo(instant(data, "occurredAt").atOffset(ZoneOffset.UTC));
    }

    @Test
    void nobodyIsTippedOff() {
        JsonNode data = data(Messages.news(new OrderEvent.OrderRejected(IdentityReport.Reason.SANCTIONS)));

        assertThat(data.path("reason").stringValue()).isEqualTo("policy");
    }

    @Test
    void aRequestKeepsItsNameAndItsBytes() {
        OutgoingMessage request = Messages.request(Kind.CARD_PRODUCE, PLACED.inProduction());

        CloudEvent event = MessageCodec.encode(request);

        assertThat(event.getType()).isEqualTo("dev.carddelivery.card.produce.v1");
        assertThat(data(request).path("requestId").stringValue()).isEqualTo(event.getId());
        assertThat(MessageCodec.encode(Messages.request(Kind.CARD_PRODUCE, PLACED.inProduction()))
                        .getId())
                .isEqualTo(event.getId());
        assertThat(MessageCodec.encode(request)).isEqualTo(event);
    }

    @Test
    void aRequestTellsByWhen() {
        OrderStory story = PLACED.inProduction();

        JsonNode data = data(Messages.request(Kind.CARD_PRODUCE, story));

        assertThat(instant(data, "dueBy"))
                .isEqualTo(story.latest().order().dossier().deadline().get().due());
        assertThat(data.at("/card/paymentSystem").stringValue()).isEqualTo("MIR");
        assertThat(data.at("/card/cardType").stringValue()).isEqualTo("credit");
    }

    @Test
    void whatIsNotKnownYetIsAbsent() {
        assertThat(data(Messages.request(Kind.CARD_STOP, PLACED.inProduction().cancelled()))
                        .has("cardReference"))
                .isFalse();
        assertThat(data(Messages.request(Kind.PARCEL_RECALL, PLACED.produced().cancelled()))
                        .has("trackingNumber"))
                .isFalse();
        assertThat(data(Messages.request(Kind.PARCEL_RECALL, PLACED.dispatched().cancelled()))
                        .path("trackingNumber")
                        .stringValue())
                .isEqualTo(Examples.PARCEL.value());
    }

    @Test
    void theCustomerIsToldByWhenToActIfItIsTheirTurn() {
        OrderStory dispatched = PLACED.dispatched();
        Instant until = dispatched.now().plus(Duration.ofDays(7));

        JsonNode waiting = data(Messages.request(
                Kind.CUSTOMER_NOTIFY, dispatched.reported(new CourierReport.Waiting(Examples.PARCEL, until))));

        assertThat(waiting.path("event").stringValue()).isEqualTo("parcel.tracked");
        assertThat(waiting.path("status").stringValue()).isEqualTo("awaiting_pickup");
        assertThat(instant(waiting, "dueBy")).isEqualTo(until);
        assertThat(data(Messages.request(Kind.CUSTOMER_NOTIFY, dispatched)).has("dueBy"))
                .isFalse();
    }

    private static JsonNode data(OutgoingMessage message) {
        return Json.parse(new String(MessageCodec.encode(message).getData().toBytes(), UTF_8));
    }

    private static Instant instant(JsonNode data, String field) {
        return Instant.parse(data.path(field).stringValue());
    }
}
