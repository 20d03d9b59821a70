package dev.carddelivery.adapters.http.request;

import dev.carddelivery.domain.card.CardDesign;
import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.delivery.Address;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.delivery.DeliverySlot;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.person.Cardholder;
import dev.carddelivery.domain.person.Consent;
import dev.carddelivery.domain.person.Contact;
import dev.carddelivery.domain.person.Country;
import dev.carddelivery.domain.person.IdentityDocument;
import dev.carddelivery.domain.person.LegalInfo;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.LocalDate;
import java.time.LocalTime;
import tools.jackson.databind.JsonNode;

/**
 * Reads what was ordered, in createOrder's shape.
 *
 * @param today the day in UTC on which it is read; once something is wrong, what is wrong on this day is told as well
 */
record ContentReader(LocalDate today) {

    /** The sketch's spelling of {@code legalInfo}, read as well. */
    private static final String SKETCHED_LEGAL_INFO = "ligalInfo";

    private static final LocalDate ADULT = LocalDate.of(2000, 1, 1);

    /** Reads a whole order, or answers everything that is wrong with it. */
    Either<Seq<Violation>, NewOrder> newOrder(JsonNode body) {
        return Cursor.read(body, this::newOrder, order -> order.content().violationsOn(today));
    }

    /** Reads the content of an order, or answers everything that is wrong with it. */
    Either<Seq<Violation>, OrderContent> content(JsonNode body) {
        return Cursor.read(body, this::content);
    }

    /** Reads where a parcel is to go, or answers everything that is wrong with it. */
    Either<Seq<Violation>, DeliveryPlan> deliveryInfo(JsonNode body) {
        return Cursor.read(body, at -> at.object("deliveryInfo", this::delivery));
    }

    private NewOrder newOrder(Cursor at) {
        NewOrder order = new NewOrder(at.optional("orderId", Fields.ORDER_ID), content(at));
        at.required("timestamp", Fields.TIMESTAMP);
        return order;
    }

    private OrderContent content(Cursor at) {
        return new OrderContent(
                at.object("cardInfo", ContentReader::card),
                at.object("userInfo", ContentReader::holder),
                legal(at),
                at.object("deliveryInfo", this::delivery));
    }

    private static CardSpec card(Cursor at) {
        return new CardSpec(
                at.required("cardType", Fields.CARD_TYPE),
                at.required("paymentSystem", Fields.PAYMENT_SYSTEM),
                at.required("embossingName", Fields.EMBOSSING_NAME),
                at.required("currency", Fields.CURRENCY),
                at.optional("design", Fields.DESIGN).getOrElse(CardDesign.CLASSIC));
    }

    private static Cardholder holder(Cursor at) {
        return new Cardholder(
                at.required("firstName", Fields.PERSON_NAME),
                at.required("lastName", Fields.PERSON_NAME),
                at.optional("middleName", Fields.PERSON_NAME),
                at.required("birthDate", Fields.date(ADULT)),
                new Contact(at.required("phone", Fields.PHONE), at.optional("email", Fields.EMAIL)));
    }

    private LegalInfo legal(Cursor at) {
        if (!at.has(SKETCHED_LEGAL_INFO)) {
            return at.object("legalInfo", this::legalInfo);
        }
        LegalInfo read = at.object(SKETCHED_LEGAL_INFO, this::legalInfo);
        return at.optional("legalInfo", new Field<>(both -> Field.wrong("duplicate"), read))
                .getOrElse(read);
    }

    private LegalInfo legalInfo(Cursor at) {
        Country citizenship = at.required("citizenship", Fields.COUNTRY);
        IdentityDocument document = at.object("document", this::document);
        Set<Consent> consents = HashSet.ofAll(at.array("consents", Fields.CONSENT));
        return at.checked(
                LegalInfo.of(citizenship, document, consents),
                new LegalInfo(citizenship, document, LegalInfo.REQUIRED));
    }

    private IdentityDocument document(Cursor at) {
        return new IdentityDocument(
                at.required("type", Fields.DOCUMENT_TYPE),
                at.required("number", Fields.DOCUMENT_NUMBER),
                at.required("issuedOn", Fields.date(today)),
                at.required("issuedBy", Fields.ISSUED_BY));
    }

    private DeliveryPlan delivery(Cursor at) {
        return new DeliveryPlan(
                at.required("method", Fields.DELIVERY_METHOD),
                at.object("address", ContentReader::address),
                at.optionalObject("slot", this::slot),
                at.optional("comment", Fields.COMMENT));
    }

    private static Address address(Cursor at) {
        Country country = at.required("country", Fields.COUNTRY);
        String postalCode = at.required("postalCode", Fields.ADDRESS_LINE);
        // The domain can do without, since not every country has regions; this contract cannot.
        Option<String> region = Option.some(at.required("region", Fields.ADDRESS_LINE));
        String city = at.required("city", Fields.ADDRESS_LINE);
        String street = at.required("street", Fields.ADDRESS_LINE);
        String house = at.required("house", Fields.ADDRESS_LINE);
        Option<String> apartment = at.optional("apartment", Fields.ADDRESS_LINE);
        String any = Fields.ADDRESS_LINE.standIn();
        return at.checked(
                Address.of(country, postalCode, region, city, street, house, apartment),
                new Address(country, any, Option.none(), any, any, any, Option.none()));
    }

    private DeliverySlot slot(Cursor at) {
        LocalDate date = at.required("date", Fields.date(today));
        LocalTime from = at.required("from", Fields.SLOT_FROM);
        LocalTime to = at.required("to", Fields.SLOT_TO);
        return at.checked(DeliverySlot.of(date, from, to), new DeliverySlot(date, LocalTime.MIN, LocalTime.MAX));
    }
}
