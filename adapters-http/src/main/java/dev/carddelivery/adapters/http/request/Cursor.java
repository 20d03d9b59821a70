package dev.carddelivery.adapters.http.request;

import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A place in a request's body from which fields are read. What is wrong is noted with its JSON pointer, a harmless
 * stand-in takes its place, and reading goes on, so that everything that is wrong comes to light at once. A field
 * nobody asked for is wrong, too.
 */
final class Cursor {

    private final JsonNode json;
    private final String pointer;
    private final List<Violation> noted;
    private final Set<String> asked = new HashSet<>();

    private Cursor(JsonNode json, String pointer, List<Violation> noted) {
        this.json = json;
        this.pointer = pointer;
        this.noted = noted;
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
        Cursor root = new Cursor(body, "", new ArrayList<>());
        T read = root.apply(reader);
        if (root.noted.isEmpty()) {
            return Either.right(read);
        }
        further.apply(read).forEach(root::note);
        return Either.left(Vector.ofAll(root.noted));
    }

    /** Whether there is a field of this name. */
    boolean has(String name) {
        return json.has(name);
    }

    /** A field that must be there. */
    <T> T required(String name, Field<T> field) {
        if (!has(name)) {
            return missing(name, field.standIn());
        }
        return at(name).checked(field.parse().apply(json.get(name)), field.standIn());
    }

    /** A field that may be absent. */
    <T> Option<T> optional(String name, Field<T> field) {
        asked.add(name);
        return has(name) ? Option.some(required(name, field)) : Option.none();
    }

    /** An object that must be there. */
    <T> T object(String name, Function<Cursor, T> reader) {
        if (has(name)) {
            return at(name).apply(reader);
        }
        // What would be in it is not worth a word.
        return missing(name, new Cursor(JsonNodeFactory.instance.objectNode(), "", new ArrayList<>()).apply(reader));
    }

    /** An object that may be absent. */
    <T> Option<T> optionalObject(String name, Function<Cursor, T> reader) {
        asked.add(name);
        return has(name) ? Option.some(object(name, reader)) : Option.none();
    }

    /** An array that must be there; {@code wholly} checks it once its items are read. */
    <T> Seq<T> array(String name, Field<T> items) {
        if (!has(name)) {
            return missing(name, Vector.empty());
        }
        Cursor array = at(name);
        if (!array.json.isArray()) {
            return array.checked(Field.wrong("wrong-type"), Vector.empty());
        }
        Seq<T> read = Vector.empty();
        for (int i = 0; i < array.json.size(); i++) {
            Cursor item = array.at(String.valueOf(i));
            T value = item.checked(items.parse().apply(array.json.get(i)), items.standIn());
            read = item.checked(
                    read.contains(value) ? Field.wrong("duplicate") : Validation.valid(read.append(value)), read);
        }
        return read;
    }

    /** What was checked of the object at this place; its violations are noted, and {@code standIn} takes its place. */
    <T> T checked(Validation<Seq<Violation>, T> value, T standIn) {
        if (value.isValid()) {
            return value.get();
        }
        value.getError().forEach(v -> note(new Violation(pointer + v.pointer(), v.code(), v.arguments())));
        return standIn;
    }

    private <T> T apply(Function<Cursor, T> reader) {
        if (!json.isObject()) {
            note(new Violation(pointer, "wrong-type", io.vavr.collection.List.empty()));
            return new Cursor(JsonNodeFactory.instance.objectNode(), "", new ArrayList<>()).apply(reader);
        }
        T read = reader.apply(this);
        for (String name : json.propertyNames()) {
            if (!asked.contains(name)) {
                at(name).checked(Field.wrong("unknown-field"), name);
            }
        }
        return read;
    }

    private <T> T missing(String name, T standIn) {
        return at(name).checked(Field.wrong("required"), standIn);
    }

    private Cursor at(String name) {
        asked.add(name);
        return new Cursor(
                json.path(name), pointer + "/" + name.replace("~", "~0").replace("/", "~1"), noted);
    }

    /** Of several things wrong with one field the first is told. */
    private void note(Violation violation) {
        if (noted.stream().noneMatch(other -> other.pointer().equals(violation.pointer()))) {
            noted.add(violation);
        }
    }
}
