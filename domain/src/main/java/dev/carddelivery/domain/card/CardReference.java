package dev.carddelivery.domain.card;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * The bureau's own, opaque name for a piece of plastic; never a card number.
 *
 * @param value 1 to 64 Latin letters, digits, dots, colons, hyphens and underscores, at least one of them no digit
 */
public record CardReference(String value) {

    private static final TextRule RULE =
            TextRule.matching("(?=.*[A-Za-z._:-])[A-Za-z0-9._:-]{1,64}", "card-reference", 64);

    public CardReference {
        RULE.require(value);
    }

    /** Parses a reference, or answers {@code card-reference}. */
    public static Validation<Seq<Violation>, CardReference> of(String text) {
        return RULE.parse(text, CardReference::new);
    }
}
