package dev.carddelivery.adapters.http.request;

import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A place in a request's body from which fields are read. What is wrong is noted with its JSON pointer, a harmless
 * stand-in takes its place, and reading goes on, so that everything that is wrong comes to light at once. A field
 * nobody asked for is wrong, too.
 */
final class Cursor {

    /** So many wrong fields are told; who sends more is not helped by reading of them all. */
    static final int MOST = 100;

    private final JsonNode json;
    private final @Nullable Cursor parent;
    private final String name;
    private final Map<String, Violation> noted;
    private final List<String> asked = new ArrayList<>();

    private Cursor(JsonNode json, @Nullable Cursor parent, String name, Map<String, Violation> noted) {
        this.json = json;
        this.parent = parent;
        this.name = name;
        this.noted = noted;
    }

    private static Cursor root(JsonNode body) {
        return new Cursor(body, null, "", new LinkedHashMap<>());
    }

    /** Reads a whole body, or answers everything that is wrong with it. */
    static <T> Either<Seq<Violation>, T> read(JsonNode body, Function<Cursor, T> reader) {
        return read(body, reader, read -> Vector.empty());
    }

    /**
     * Reads a whole body, or answers everything that is wrong with it.
     *
     * @param further tells what else is wrong, once something is; stand-ins count as right
     */
    static <T> Either<Seq<Violation>, T> read(
            JsonNode body, Function<Cursor, T> reader, Function<T, Seq<Violation>> further) {
        Cursor root = root(body);
        T read = root.apply(reader);
        if (root.noted.isEmpty()) {
            return Either.right(read);
        }
        further.apply(read).forEach(root::note);
        return Either.left(Vector.ofAll(root.noted.values()));
    }

    /** Whether there is a field of this name. */
    boolean has(String field) {
        return json.has(field);
    }

    /** A field that must be there. */
    <T> T required(String field, Field<T> kind) {
        asked.add(field);
        JsonNode value = json.get(field);
        return checked(
                field, value == null ? Field.wrong("required") : kind.parse().apply(value), kind.standIn());
    }

    /** A field that may be absent. */
    <T> Option<T> optional(String field, Field<T> kind) {
        return has(field) ? Option.some(required(field, kind)) : Option.none();
    }

    /** An object that must be there. */
    <T> T object(String field, Function<Cursor, T> reader) {
        asked.add(field);
        JsonNode value = json.get(field);
        return value == null
                ? checked(field, Field.wrong("required"), standIn(reader))
                : new Cursor(value, this, field, noted).apply(reader);
    }

    /** An object that may be absent. */
    <T> Option<T> optionalObject(String field, Function<Cursor, T> reader) {
        return has(field) ? Option.some(object(field, reader)) : Option.none();
    }

    /** An array that must be there, each of its items once. */
    <T> Seq<T> array(String field, Field<T> items) {
        asked.add(field);
        JsonNode value = json.get(field);
        if (value == null || !value.isArray()) {
            return checked(field, Field.wrong(value == null ? "required" : "wrong-type"), Vector.empty());
        }
        Cursor array = new Cursor(value, this, field, noted);
        Seq<T> read = Vector.empty();
        for (int i = 0; i < value.size(); i++) {
            Seq<T> before = read;
            Validation<Seq<Violation>, T> item = items.parse()
                    .apply(value.get(i))
                    .flatMap(each -> before.contains(each) ? Field.wrong("duplicate") : Validation.valid(each));
            read = array.checked(String.valueOf(i), item.map(before::append), before);
        }
        return read;
    }

    /** What was checked of the object at this place; its violations are noted, and {@code standIn} takes its place. */
    <T> T checked(Validation<Seq<Violation>, T> value, T standIn) {
        if (value.isInvalid()) {
            value.getError().forEach(violation -> note(located(violation)));
            return standIn;
        }
        return value.get();
    }

    private <T> T checked(String field, Validation<Seq<Violation>, T> value, T standIn) {
        return value.isInvalid()
                ? checked(value.mapError(wrong -> wrong.map(each -> each.under(escaped(field)))), standIn)
                : value.get();
    }

    private <T> T apply(Function<Cursor, T> reader) {
        if (!json.isObject()) {
            return checked(Field.wrong("wrong-type"), standIn(reader));
        }
        T read = reader.apply(this);
        for (String field : json.propertyNames()) {
            if (!asked.contains(field)) {
                checked(field, Field.wrong("unknown-field"), field);
            }
        }
        return read;
    }

    /** What is read where there is no object; what is wrong with its fields then is not worth a word. */
    private static <T> T standIn(Function<Cursor, T> reader) {
        return reader.apply(root(JsonNodeFactory.instance.objectNode()));
    }

    private Violation located(Violation violation) {
        return parent == null ? violation : parent.located(violation.under(name));
    }

    /** Of several things wrong with one field the first is told. */
    private void note(Violation violation) {
        if (noted.size() < MOST) {
            noted.putIfAbsent(violation.pointer(), violation);
        }
    }

    private static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}
