package dev.carddelivery.domain.person;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * Who issued an identity document, as printed in it.
 *
 * @param value 2 to 200 characters
 */
public record IssuingAuthority(String value) {

    private static final TextRule RULE = TextRule.line(2, 200);

    public IssuingAuthority {
        RULE.require(value);
    }

    /** Parses a name, or answers {@code text-length}. */
    public static Validation<Seq<Violation>, IssuingAuthority> of(String text) {
        return RULE.parse(text, IssuingAuthority::new);
    }
}
