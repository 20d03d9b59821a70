package dev.carddelivery.adapters.jdbc;

import io.vavr.control.Option;
import java.time.temporal.TemporalAccessor;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of one JSON object after another. What is absent is left out. */
record JsonWriter(JsonGenerator json) {

    /** Writes a whole object. */
    <T> void root(T value, BiConsumer<JsonWriter, T> fields) {
        json.writeStartObject();
        fields.accept(this, value);
        json.writeEndObject();
    }

    JsonWriter text(String name, String value) {
        json.writeStringProperty(name, value);
        return this;
    }

    JsonWriter text(String name, Option<String> value) {
        value.forEach(present -> text(name, present));
        return this;
    }

    JsonWriter number(String name, int value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    /** A date, time or instant in its ISO 8601 form. */
    JsonWriter time(String name, TemporalAccessor value) {
        return text(name, value.toString());
    }

    JsonWriter word(String name, Enum<?> value) {
        return text(name, Words.of(value));
    }

    JsonWriter words(String name, Iterable<? extends Enum<?>> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(value -> json.writeString(Words.of(value)));
        json.writeEndArray();
        return this;
    }

    <T> JsonWriter object(String name, T value, BiConsumer<JsonWriter, T> fields) {
        json.writeObjectPropertyStart(name);
        fields.accept(this, value);
        json.writeEndObject();
        return this;
    }

    <T> JsonWriter object(String name, Option<T> value, BiConsumer<JsonWriter, T> fields) {
        value.forEach(present -> object(name, present, fields));
        return this;
    }
}
