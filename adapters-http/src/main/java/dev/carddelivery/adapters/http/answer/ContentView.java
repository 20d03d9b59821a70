package dev.carddelivery.adapters.http.answer;

import static dev.carddelivery.adapters.http.answer.Json.word;

import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.delivery.Address;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.person.Cardholder;
import dev.carddelivery.domain.person.IdentityDocument;
import dev.carddelivery.domain.person.LegalInfo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was ordered, in createOrder's shape. Holds personal data. What was not given is absent. */
public final class ContentView {

    private ContentView() {}

    /** The content as it is. */
    public static ObjectNode json(OrderContent content) {
        return json(content, content.legal().document().number().value());
    }

    /** The content as people are shown it: of the document's number the last four characters only. */
    public static ObjectNode masked(OrderContent content) {
        return json(content, content.legal().document().number().masked());
    }

    private static ObjectNode json(OrderContent content, String documentNumber) {
        ObjectNode json = Json.object();
        json.set("cardInfo", card(content.card()));
        json.set("userInfo", holder(content.holder()));
        json.set("legalInfo", legal(content.legal(), documentNumber));
        json.set("deliveryInfo", delivery(content.delivery()));
        return json;
    }

    private static ObjectNode card(CardSpec card) {
        return Json.object()
                .put("cardType", word(card.type()))
                .put("paymentSystem", card.paymentSystem().name())
                .put("embossingName", card.embossingName().value())
                .put("currency", card.currency().name())
                .put("design", card.design().value());
    }

    private static ObjectNode holder(Cardholder holder) {
        ObjectNode json = Json.object()
                .put("firstName", holder.firstName().value())
                .put("lastName", holder.lastName().value());
        holder.middleName().forEach(name -> json.put("middleName", name.value()));
        json.put("birthDate", holder.birthDate().toString());
        json.put("phone", holder.contact().phone().value());
        holder.contact().email().forEach(email -> json.put("email", email.value()));
        return json;
    }

    private static ObjectNode legal(LegalInfo legal, String documentNumber) {
        IdentityDocument document = legal.document();
        ObjectNode json = Json.object().put("citizenship", legal.citizenship().code());
        json.putObject("document")
                .put("type", word(document.type()))
                .put("number", documentNumber)
                .put("issuedOn", document.issuedOn().toString())
                .put("issuedBy", document.issuedBy().value());
        ArrayNode consents = json.putArray("consents");
        legal.consents().toList().sorted().forEach(consent -> consents.add(word(consent)));
        return json;
    }

    private static ObjectNode delivery(DeliveryPlan delivery) {
        ObjectNode json = Json.object().put("method", word(delivery.method()));
        json.set("address", address(delivery.address()));
        delivery.slot()
                .forEach(slot -> json.putObject("slot")
                        .put("date", slot.date().toString())
                        .put("from", slot.from().toString())
                        .put("to", slot.to().toString()));
        delivery.comment().forEach(comment -> json.put("comment", comment.value()));
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
}
