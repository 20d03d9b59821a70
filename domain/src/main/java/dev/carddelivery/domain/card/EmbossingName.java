package dev.carddelivery.domain.card;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * The name as it stands on the plastic: Latin capitals, in one line of the card.
 *
 * @param value 2 to {@value #MAX_LENGTH} characters, first a letter, then letters, blanks, dots, hyphens, apostrophes
 */
public record EmbossingName(String value) {

    /** ISO/IEC 7813 gives the cardholder's name on the stripe 26 characters, and bureaus print no more than that. */
    public static final int MAX_LENGTH = 26;

    private static final TextRule RULE =
            TextRule.matching("[A-Z][A-Z .'-]{1,25}+(?<=[A-Z.])", "embossing-name", 2, MAX_LENGTH);

    public EmbossingName {
        RULE.require(value);
    }

    /** Parses the name, or answers {@code embossing-name}. */
    public static Validation<Seq<Violation>, EmbossingName> of(String text) {
        return RULE.parse(text, EmbossingName::new);
    }
}
