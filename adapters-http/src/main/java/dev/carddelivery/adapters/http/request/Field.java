package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.time.DateTimeException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How a JSON value becomes a value of the domain.
 *
 * @param parse reads it, or tells what is wrong with it
 * @param standIn a valid value that takes the place of an unreadable one, so that the rest can still be checked; it
 *     never leaves the {@link Cursor}, since what was read with something unreadable in it is thrown away
 */
record Field<T>(Function<JsonNode, Validation<Seq<Violation>, T>> parse, T standIn) {

    /** A text that a factory of the domain checks. */
    static <T> Field<T> text(Function<String, Validation<Seq<Violation>, T>> factory, String standIn) {
        return new Field<>(
                json -> json.isString() ? factory.apply(json.stringValue()) : wrong("wrong-type"),
                factory.apply(standIn).get());
    }

    /** A text in a format of {@code java.time}, or the violation {@code code}. */
    static <T> Field<T> time(Function<String, T> format, String code, T standIn) {
        return new Field<>(
                json -> {
                    if (!json.isString()) {
                        return wrong("wrong-type");
                    }
                    try {
                        return Validation.valid(format.apply(json.stringValue()));
                    } catch (DateTimeException unreadable) {
                        return wrong(code);
                    }
                },
                standIn);
    }

    /** A number from 0 to {@code most}. */
    static Field<Double> number(int most) {
        return new Field<>(
                json -> {
                    if (!json.isNumber()) {
                        return wrong("wrong-type");
                    }
                    double number = json.doubleValue();
                    return number >= 0 && number <= most ? Validation.valid(number) : wrong("number", most);
                },
                0.0);
    }

    /** One of a closed list, by its lower-case word. */
    static <E extends Enum<E>> Field<E> word(Class<E> list) {
        return oneOf(list, Json::word);
    }

    /** One of a closed list, by its name as it is. */
    static <E extends Enum<E>> Field<E> name(Class<E> list) {
        return oneOf(list, Enum::name);
    }

    private static <E extends Enum<E>> Field<E> oneOf(Class<E> list, Function<E, String> name) {
        Map<String, E> byName = Stream.of(list.getEnumConstants()).collect(Collectors.toMap(name, e -> e));
        String all = List.of(list.getEnumConstants()).map(name).mkString(", ");
        return new Field<>(
                json -> {
                    if (!json.isString()) {
                        return wrong("wrong-type");
                    }
                    E found = byName.get(json.stringValue());
                    return found == null ? wrong("unknown-value", all) : Validation.valid(found);
                },
                list.getEnumConstants()[0]);
    }

    static <T> Validation<Seq<Violation>, T> wrong(String code, Object... arguments) {
        return Validation.invalid(List.of(Violation.of(code, arguments)));
    }
}
