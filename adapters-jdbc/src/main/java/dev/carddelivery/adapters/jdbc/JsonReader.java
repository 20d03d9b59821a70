package dev.carddelivery.adapters.jdbc;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a JSON object. A field that is missing or of another kind is named; its value never is. */
record JsonReader(JsonNode object) {

    String text(String name) {
        return field(name).asString();
    }

    Option<String> textOption(String name) {
        return Option.of(object.get(name)).map(JsonNode::asString);
    }

    int number(String name) {
        return field(name).asInt();
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    Option<Instant> instantOption(String name) {
        return textOption(name).map(Instant::parse);
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return Words.parse(type, text(name));
    }

    <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
        Set<E> words = HashSet.empty();
        for (JsonNode word : field(name)) {
            words = words.add(Words.parse(type, word.asString()));
        }
        return words;
    }

    <T> T object(String name, Function<JsonReader, T> reader) {
        return reader.apply(new JsonReader(field(name)));
    }

    <T> Option<T> objectOption(String name, Function<JsonReader, T> reader) {
        return Option.of(object.get(name)).map(JsonReader::new).map(reader);
    }

    private JsonNode field(String name) {
        JsonNode field = object.get(name);
        if (field == null || field.isNull()) {
            throw new IllegalArgumentException("The field " + name + " is missing");
        }
        return field;
    }
}
