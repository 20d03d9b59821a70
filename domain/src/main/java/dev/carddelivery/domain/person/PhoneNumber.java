package dev.carddelivery.domain.person;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * Where the customer is called and texted.
 *
 * @param value E.164: a plus and 8 to 15 digits, the first no zero
 */
public record PhoneNumber(String value) {

    private static final TextRule RULE = TextRule.matching("\\+[1-9][0-9]{7,14}", "phone-number");

    public PhoneNumber {
        RULE.require(value);
    }

    /** Parses a number in E.164, or answers {@code phone-number}. */
    public static Validation<Seq<Violation>, PhoneNumber> of(String text) {
        return RULE.parse(text, PhoneNumber::new);
    }
}
