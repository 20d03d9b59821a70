package dev.carddelivery.adapters.messaging.message;

import static dev.carddelivery.adapters.messaging.message.Json.window;
import static dev.carddelivery.adapters.messaging.message.Json.word;

import dev.carddelivery.application.message.OutgoingMessage.Request;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.delivery.Address;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.Dossier;
import dev.carddelivery.domain.order.NextStep;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.person.Cardholder;
import dev.carddelivery.domain.person.Contact;
import dev.carddelivery.domain.person.IdentityDocument;
import dev.carddelivery.domain.person.LegalInfo;
import tools.jackson.databind.node.ObjectNode;

/** What each partner is told so that it can do its work, and nothing more. What is not known yet is absent. */
final class RequestData {

    private RequestData() {}

    static ObjectNode json(Request message) {
        OrderRevision after = message.after();
        Order.Placed order = after.order();
        Dossier dossier = order.dossier();
        ObjectNode json = Json.object()
                .put("requestId", message.id().toString())
                .put("orderId", message.orderId().value().toString());
        return switch (message.request().kind()) {
            case IDENTITY_CHECK -> dueBy(identity(json, dossier), dossier);
            case CARD_PRODUCE -> dueBy(card(json, dossier), dossier);
            case CARD_STOP -> dueBy(cardReference(json, order), dossier);
            case CARD_BLOCK -> cardReference(json, order);
            case PARCEL_DISPATCH -> dueBy(delivery(recipient(cardReference(json, order), dossier), dossier), dossier);
            case PARCEL_REDIRECT -> delivery(recipient(trackingNumber(json, order), dossier), dossier);
            case PARCEL_RECALL -> dueBy(trackingNumber(json, order), dossier);
            case CUSTOMER_NOTIFY -> notification(json, message);
        };
    }

    private static ObjectNode dueBy(ObjectNode json, Dossier dossier) {
        dossier.deadline().map(Deadline::due).forEach(due -> json.put("dueBy", due.toString()));
        return json;
    }

    private static ObjectNode identity(ObjectNode json, Dossier dossier) {
        LegalInfo legal = dossier.content().legal();
        IdentityDocument document = legal.document();
        Cardholder holder = dossier.content().holder();
        name(json.putObject("person"), holder)
                .put("birthDate", holder.birthDate().toString())
                .put("citizenship", legal.citizenship().code());
        json.putObject("document")
                .put("type", word(document.type()))
                .put("number", document.number().value())
                .put("issuedOn", document.issuedOn().toString())
                .put("issuedBy", document.issuedBy().value());
        return json;
    }

    private static ObjectNode name(ObjectNode json, Cardholder holder) {
        json.put("firstName", holder.firstName().value())
                .put("lastName", holder.lastName().value());
        holder.middleName().forEach(middle -> json.put("middleName", middle.value()));
        return json;
    }

    private static ObjectNode card(ObjectNode json, Dossier dossier) {
        CardSpec card = dossier.content().card();
        json.put("purpose", word(dossier.purpose()));
        json.putObject("card")
                .put("cardType", word(card.type()))
                .put("paymentSystem", card.paymentSystem().name())
                .put("embossingName", card.embossingName().value())
                .put("currency", card.currency().name())
                .put("design", card.design().value());
        return json;
    }

    private static ObjectNode cardReference(ObjectNode json, Order.Placed order) {
        order.madeCard()
                .forEach(made -> json.put("cardReference", made.reference().value()));
        return json;
    }

    private static ObjectNode trackingNumber(ObjectNode json, Order.Placed order) {
        order.parcel()
                .forEach(
                        seen -> json.put("trackingNumber", seen.trackingNumber().value()));
        return json;
    }

    private static ObjectNode recipient(ObjectNode json, Dossier dossier) {
        Cardholder holder = dossier.content().holder();
        name(json.putObject("recipient"), holder)
                .put("phone", holder.contact().phone().value());
        return json;
    }

    private static ObjectNode delivery(ObjectNode json, Dossier dossier) {
        DeliveryPlan plan = dossier.content().delivery();
        ObjectNode delivery = json.putObject("delivery").put("method", word(plan.method()));
        delivery.set("address", address(plan.address()));
        plan.slot()
                .forEach(slot -> delivery.putObject("slot")
                        .put("date", slot.date().toString())
                        .put("from", slot.from().toString())
                        .put("to", slot.to().toString()));
        plan.comment().forEach(comment -> delivery.put("comment", comment.value()));
        return json;
    }

    private static ObjectNode address(Address address) {
        ObjectNode json =
                Json.object().put("country", address.country().code()).put("postalCode", address.postalCode());
        address.region().forEach(region -> json.put("region", region));
        json.put("city", address.city()).put("street", address.street()).put("house", address.house());
        address.apartment().forEach(apartment -> json.put("apartment", apartment));
        return json;
    }

    private static ObjectNode notification(ObjectNode json, Request message) {
        Order.Placed order = message.after().order();
        Dossier dossier = order.dossier();
        Contact contact = dossier.content().holder().contact();
        ObjectNode reached =
                json.putObject("contact").put("phone", contact.phone().value());
        contact.email().forEach(email -> reached.put("email", email.value()));
        json.put("firstName", dossier.content().holder().firstName().value())
                .put("event", MessageType.of(message.cause().event()).name())
                .put("status", word(message.after().status()));
        trackingNumber(json, order).set("eta", window(dossier.eta()));
        NextStep.of(order)
                .filter(step -> step.who() == NextStep.Who.CUSTOMER)
                .flatMap(NextStep::dueBy)
                .forEach(due -> json.put("dueBy", due.toString()));
        return json;
    }
}
