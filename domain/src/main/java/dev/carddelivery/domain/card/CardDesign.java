package dev.carddelivery.domain.card;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * The picture on the plastic, by its name in the bank's catalogue.
 *
 * @param value 1 to 32 small Latin letters, digits and hyphens
 */
public record CardDesign(String value) {

    private static final TextRule RULE = TextRule.matching("[a-z0-9-]{1,32}", "card-design", 32);

    /** What a customer gets who asks for no design. */
    public static final CardDesign CLASSIC = new CardDesign("classic");

    public CardDesign {
        RULE.require(value);
    }

    /** Parses the name of a design, or answers {@code card-design}. */
    public static Validation<Seq<Violation>, CardDesign> of(String text) {
        return RULE.parse(text, CardDesign::new);
    }
}
