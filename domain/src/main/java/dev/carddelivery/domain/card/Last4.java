package dev.carddelivery.domain.card;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * The last four digits of the card number: all of it that this system ever knows, and what the customer reads off the
 * plastic to prove having it.
 *
 * @param value exactly four digits
 */
public record Last4(String value) {

    private static final TextRule RULE = TextRule.matching("[0-9]{4}", "last4");

    public Last4 {
        RULE.require(value);
    }

    /** Parses the four digits, or answers {@code last4}. */
    public static Validation<Seq<Violation>, Last4> of(String text) {
        return RULE.parse(text, Last4::new);
    }
}
