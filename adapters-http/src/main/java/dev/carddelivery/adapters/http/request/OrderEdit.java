package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.answer.ContentView;
import dev.carddelivery.domain.order.EditableContent;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.LocalDate;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A merge patch of an order. It is laid over the order's content as that is at the moment of the change, and the result
 * is read like a new order's, so that there is one set of rules.
 *
 * @param patch what the customer sent
 * @param today the day in UTC
 */
public record OrderEdit(JsonNode patch, LocalDate today)
        implements Function<OrderContent, Either<Seq<Violation>, EditableContent>> {

    /** What was checked with the identity or stands in the contract of the card. */
    private static final List<String> FIXED = List.of(
            "/cardInfo/cardType",
            "/cardInfo/paymentSystem",
            "/cardInfo/currency",
            "/userInfo/firstName",
            "/userInfo/lastName",
            "/userInfo/middleName",
            "/userInfo/birthDate",
            "/legalInfo/citizenship",
            "/legalInfo/document/type",
            "/legalInfo/document/number",
            "/legalInfo/document/issuedOn",
            "/legalInfo/document/issuedBy",
            "/legalInfo/consents");

    @Override
    public Either<Seq<Violation>, EditableContent> apply(OrderContent content) {
        JsonNode present = ContentView.json(content);
        JsonNode wanted = MergePatch.apply(present, patch);
        Either<Seq<Violation>, OrderContent> read = read(wanted);
        // What can be read is compared as read: it may say the same in another way.
        JsonNode meant = read.fold(wrong -> wanted, ContentView::json);
        Seq<Violation> fixed = FIXED.filter(pointer -> !present.at(pointer).equals(meant.at(pointer)))
                .map(pointer -> new Violation(pointer, "not-editable", List.empty()));
        Seq<Violation> others = read.fold(found -> found, valid -> List.<Violation>empty())
                .appendAll(unknownAmongRemoved(present))
                .distinct();
        if (fixed.isEmpty() && others.isEmpty()) {
            return read.map(OrderContent::editable);
        }
        return Either.left(fixed.appendAll(others.filter(other -> fixed.forAll(v -> !isAbout(other, v))))
                .take(Cursor.MOST));
    }

    private Either<Seq<Violation>, OrderContent> read(JsonNode content) {
        return new ContentReader(today).content(content);
    }

    /** What is removed is not there any more to be read, so it is looked at as if it were to be set. */
    private Seq<Violation> unknownAmongRemoved(JsonNode present) {
        return read(MergePatch.apply(present, setting(patch)))
                .fold(found -> found, valid -> List.<Violation>empty())
                .filter(violation -> violation.code().equals("unknown-field"));
    }

    private static JsonNode setting(JsonNode removing) {
        if (removing.isNull()) {
            return JsonNodeFactory.instance.stringNode("");
        }
        if (!removing.isObject()) {
            return removing;
        }
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        removing.properties().forEach(field -> set.set(field.getKey(), setting(field.getValue())));
        return set;
    }

    /** Whether one is said of the other's field, or of what that is part of. */
    private static boolean isAbout(Violation one, Violation other) {
        String first = one.pointer() + "/";
        String second = other.pointer() + "/";
        return first.startsWith(second) || second.startsWith(first);
    }
}
