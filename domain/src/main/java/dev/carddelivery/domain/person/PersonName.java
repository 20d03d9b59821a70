package dev.carddelivery.domain.person;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * One part of a person's name, in any script.
 *
 * @param value 1 to 100 letters, with blanks, dots, hyphens and apostrophes between them
 */
public record PersonName(String value) {

    private static final TextRule RULE =
            TextRule.matching("\\p{L}[\\p{L}\\p{M} .'’-]{0,99}+(?<! )", "person-name", 1, 100);

    public PersonName {
        RULE.require(value);
    }

    /** Parses a part of a name, or answers {@code person-name}. */
    public static Validation<Seq<Violation>, PersonName> of(String text) {
        return RULE.parse(text, PersonName::new);
    }
}
