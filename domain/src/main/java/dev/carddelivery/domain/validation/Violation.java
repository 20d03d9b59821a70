package dev.carddelivery.domain.validation;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * One thing that is wrong with a request: where, what, and the numbers a message about it needs.
 *
 * @param pointer RFC 6901 JSON pointer of the field, relative to the value that was checked; empty for that value
 *     itself
 * @param code stable, kebab-case name of the broken rule; texts for people are chosen by it
 * @param arguments what the rule's text mentions, such as limits, in the order of the text
 */
public record Violation(String pointer, String code, List<String> arguments) {

    /** A violation of the checked value itself. */
    public static Violation of(String code, Object... arguments) {
        return new Violation("", code, List.of(arguments).map(String::valueOf));
    }

    /** The same violation seen from the object that holds the value under {@code field}. */
    public Violation under(String field) {
        return new Violation("/" + field + pointer, code, arguments);
    }

    /** Moves every violation of {@code checked} under {@code field}. */
    public static <T> Validation<Seq<Violation>, T> at(String field, Validation<Seq<Violation>, T> checked) {
        return checked.mapError(violations -> violations.map(violation -> violation.under(field)));
    }
}
