package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.domain.card.CardCurrency;
import dev.carddelivery.domain.card.CardDesign;
import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.card.EmbossingName;
import dev.carddelivery.domain.card.PaymentSystem;
import dev.carddelivery.domain.delivery.Address;
import dev.carddelivery.domain.delivery.DeliveryComment;
import dev.carddelivery.domain.delivery.DeliveryMethod;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.delivery.DeliverySlot;
import dev.carddelivery.domain.order.EditableContent;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.person.Cardholder;
import dev.carddelivery.domain.person.Consent;
import dev.carddelivery.domain.person.Contact;
import dev.carddelivery.domain.person.Country;
import dev.carddelivery.domain.person.DocumentNumber;
import dev.carddelivery.domain.person.EmailAddress;
import dev.carddelivery.domain.person.IdentityDocument;
import dev.carddelivery.domain.person.IssuingAuthority;
import dev.carddelivery.domain.person.LegalInfo;
import dev.carddelivery.domain.person.PersonName;
import dev.carddelivery.domain.person.PhoneNumber;
import java.time.LocalDate;
import java.time.LocalTime;

/** Reads what the customer filled in. {@link ContentWriter} is its mirror. */
final class ContentReader {

    private ContentReader() {}

    static OrderContent content(JsonReader from) {
        return new OrderContent(
                from.object("card", ContentReader::card),
                from.object("holder", ContentReader::holder),
                from.object("legal", ContentReader::legal),
                from.object("delivery", ContentReader::delivery));
    }

    static EditableContent editable(JsonReader from) {
        return new EditableContent(
                new EmbossingName(from.text("embossingName")),
                new CardDesign(from.text("design")),
                from.object("contact", ContentReader::contact),
                from.object("delivery", ContentReader::delivery));
    }

    private static CardSpec card(JsonReader from) {
        return new CardSpec(
                from.word("type", CardType.class),
                from.word("paymentSystem", PaymentSystem.class),
                new EmbossingName(from.text("embossingName")),
                from.word("currency", CardCurrency.class),
                new CardDesign(from.text("design")));
    }

    private static Cardholder holder(JsonReader from) {
        return new Cardholder(
                new PersonName(from.text("firstName")),
                new PersonName(from.text("lastName")),
                from.textOption("middleName").map(PersonName::new),
                LocalDate.parse(from.text("birthDate")),
                from.object("contact", ContentReader::contact));
    }

    private static Contact contact(JsonReader from) {
        return new Contact(
                new PhoneNumber(from.text("phone")), from.textOption("email").map(EmailAddress::new));
    }

    private static LegalInfo legal(JsonReader from) {
        return new LegalInfo(
                new Country(from.text("citizenship")),
                from.object("document", ContentReader::document),
                from.words("consents", Consent.class));
    }

    private static IdentityDocument document(JsonReader from) {
        return new IdentityDocument(
                from.word("type", IdentityDocument.Type.class),
                new DocumentNumber(from.text("number")),
                LocalDate.parse(from.text("issuedOn")),
                new IssuingAuthority(from.text("issuedBy")));
    }

    static DeliveryPlan delivery(JsonReader from) {
        return new DeliveryPlan(
                from.word("method", DeliveryMethod.class),
                from.object("address", ContentReader::address),
                from.objectOption("slot", ContentReader::slot),
                from.textOption("comment").map(DeliveryComment::new));
    }

    private static Address address(JsonReader from) {
        return new Address(
                new Country(from.text("country")),
                from.text("postalCode"),
                from.textOption("region"),
                from.text("city"),
                from.text("street"),
                from.text("house"),
                from.textOption("apartment"));
    }

    private static DeliverySlot slot(JsonReader from) {
        return new DeliverySlot(
                LocalDate.parse(from.text("date")),
                LocalTime.parse(from.text("from")),
                LocalTime.parse(from.text("to")));
    }
}
