package dev.carddelivery.domain.person;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * The number of an identity document, series included.
 *
 * @param value 4 to 20 capital letters of any script and digits, without blanks
 */
public record DocumentNumber(String value) {

    private static final TextRule RULE = TextRule.matching("[\\p{Lu}0-9]{4,20}", "document-number", 4, 20);

    public DocumentNumber {
        RULE.require(value);
    }

    /** Parses a number, or answers {@code document-number}. */
    public static Validation<Seq<Violation>, DocumentNumber> of(String text) {
        return RULE.parse(text, DocumentNumber::new);
    }

    /** The number with all but its last four characters hidden, for showing it to people. */
    public String masked() {
        int shown = value.offsetByCodePoints(value.length(), -4);
        return "*".repeat(value.codePointCount(0, shown)) + value.substring(shown);
    }
}
