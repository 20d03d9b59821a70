package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.delivery.Address;
import dev.carddelivery.domain.delivery.DeliveryComment;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.delivery.DeliverySlot;
import dev.carddelivery.domain.order.EditableContent;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.person.Cardholder;
import dev.carddelivery.domain.person.Contact;
import dev.carddelivery.domain.person.EmailAddress;
import dev.carddelivery.domain.person.IdentityDocument;
import dev.carddelivery.domain.person.LegalInfo;
import dev.carddelivery.domain.person.PersonName;

/** Writes what the customer filled in. {@link ContentReader} is its mirror. */
final class ContentWriter {

    private ContentWriter() {}

    static void content(JsonWriter to, OrderContent content) {
        to.object("card", content.card(), ContentWriter::card)
                .object("holder", content.holder(), ContentWriter::holder)
                .object("legal", content.legal(), ContentWriter::legal)
                .object("delivery", content.delivery(), ContentWriter::delivery);
    }

    static void editable(JsonWriter to, EditableContent content) {
        to.text("embossingName", content.embossingName().value())
                .text("design", content.design().value())
                .object("contact", content.contact(), ContentWriter::contact)
                .object("delivery", content.delivery(), ContentWriter::delivery);
    }

    private static void card(JsonWriter to, CardSpec card) {
        to.word("type", card.type())
                .word("paymentSystem", card.paymentSystem())
                .text("embossingName", card.embossingName().value())
                .word("currency", card.currency())
                .text("design", card.design().value());
    }

    private static void holder(JsonWriter to, Cardholder holder) {
        to.text("firstName", holder.firstName().value())
                .text("lastName", holder.lastName().value())
                .text("middleName", holder.middleName().map(PersonName::value))
                .time("birthDate", holder.birthDate())
                .object("contact", holder.contact(), ContentWriter::contact);
    }

    private static void contact(JsonWriter to, Contact contact) {
        to.text("phone", contact.phone().value()).text("email", contact.email().map(EmailAddress::value));
    }

    private static void legal(JsonWriter to, LegalInfo legal) {
        to.text("citizenship", legal.citizenship().code())
                .object("document", legal.document(), ContentWriter::document)
                .words("consents", legal.consents().toSortedSet());
    }

    private static void document(JsonWriter to, IdentityDocument document) {
        to.word("type", document.type())
                .text("number", document.number().value())
                .time("issuedOn", document.issuedOn())
                .text("issuedBy", document.issuedBy().value());
    }

    static void delivery(JsonWriter to, DeliveryPlan delivery) {
        to.word("method", delivery.method())
                .object("address", delivery.address(), ContentWriter::address)
                .object("slot", delivery.slot(), ContentWriter::slot)
                .text("comment", delivery.comment().map(DeliveryComment::value));
    }

    private static void address(JsonWriter to, Address address) {
        to.text("country", address.country().code())
                .text("postalCode", address.postalCode())
                .text("region", address.region())
                .text("city", address.city())
                .text("street", address.street())
                .text("house", address.house())
                .text("apartment", address.apartment());
    }

    private static void slot(JsonWriter to, DeliverySlot slot) {
        to.time("date", slot.date()).time("from", slot.from()).time("to", slot.to());
    }
}
