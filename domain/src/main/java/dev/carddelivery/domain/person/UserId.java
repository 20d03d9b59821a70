package dev.carddelivery.domain.person;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * A customer of the bank, by the subject of the token that the bank's login issues.
 *
 * @param value 1 to 255 characters without control characters
 */
public record UserId(String value) {

    private static final TextRule RULE = TextRule.line(1, 255);

    public UserId {
        RULE.require(value);
    }

    /** Parses a subject, or answers {@code text-length}. */
    public static Validation<Seq<Violation>, UserId> of(String text) {
        return RULE.parse(text, UserId::new);
    }
}
