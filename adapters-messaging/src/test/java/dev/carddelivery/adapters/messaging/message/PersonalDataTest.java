package dev.carddelivery.adapters.messaging.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.domain.delivery.Address;
import dev.carddelivery.domain.delivery.DeliveryMethod;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.person.Country;
import dev.carddelivery.domain.person.UserId;
import dev.carddelivery.domain.testing.Examples;
import io.cloudevents.CloudEvent;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody learns nothing of the person, and each partner what its work needs. */
class PersonalDataTest {

    private static final UserId OWNER = new UserId("owner-of-this-order");

    /** No part of it is so short that it could stand in a message by chance. */
    private static final Address ADDRESS = new Address(
            Country.RU, "190121", Option.some("Ленобласть"), "Выборг", "Садовая", "стр. 77", Option.some("кв. 18"));

    private static final OrderContent CONTENT = new OrderContent(
            Examples.CARD,
            Examples.HOLDER,
            Examples.LEGAL,
            new DeliveryPlan(DeliveryMethod.COURIER, ADDRESS, Examples.DELIVERY.slot(), Examples.DELIVERY.comment()));

    private static final Map<String, String> PERSONAL = LinkedHashMap.<String, String>empty()
            .put("owner", OWNER.value())
            .put("firstName", "Иван")
            .put("lastName", "Петров")
            .put("middleName", "Сергеевич")
            .put("birthDate", "1990-04-12")
            .put("phone", "79161234567")
            .put("email", "ivan@example.org")
            .put("document", "4510123456")
            .put("issuedBy", "ОВД Тверской")
            .put("embossingName", "IVAN PETROV")
            .put("postalCode", "190121")
            .put("region", "Ленобласть")
            .put("city", "Выборг")
            .put("street", "Садовая")
            .put("house", "стр. 77")
            .put("apartment", "кв. 18")
            .put("comment", "домофон 12")
            .put("cardReference", "bureau:77-abc")
            .put("last4", "\"4242\"");

    @Test
    void newsHoldNone() {
        Iterable<OutgoingMessage> news = Messages.news()
                .append(Messages.news(OrderStory.placed(Reports.HAPPENED, OWNER, CONTENT)
                        .history()
                        .events()
                        .head()
                        .event()))
                .append(Messages.news(new OrderEvent.OrderChanged(CONTENT.editable())))
                .append(Messages.news(new OrderEvent.ParcelRedirected(CONTENT.delivery())));

        assertThat(news).allSatisfy(each -> assertThat(found(each)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    IDENTITY_CHECK  | firstName lastName middleName birthDate document issuedBy
                    CARD_PRODUCE    | embossingName
                    CARD_STOP       | cardReference
                    CARD_BLOCK      | cardReference
                    PARCEL_DISPATCH | firstName lastName middleName phone postalCode region city street house apartment comment cardReference
                    PARCEL_REDIRECT | firstName lastName middleName phone postalCode region city street house apartment comment
                    PARCEL_RECALL   |
                    CUSTOMER_NOTIFY | firstName phone email
                    """)
    void aRequestHoldsWhatTheWorkNeeds(Kind kind, @Nullable String needed) {
        OutgoingMessage request = Messages.request(
                kind, OrderStory.placed(Reports.HAPPENED, OWNER, CONTENT).dispatched());

        assertThat(found(request)).isEqualTo(needed == null ? TreeSet.empty() : TreeSet.of(needed.split(" ")));
    }

    private static Set<String> found(OutgoingMessage message) {
        CloudEvent event = MessageCodec.encode(message);
        String all = new String(new StructuredFormat().serialize(event), UTF_8);
        return TreeSet.ofAll(PERSONAL.filterValues(all::contains).keySet());
    }
}
