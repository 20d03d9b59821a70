package dev.carddelivery.domain.delivery;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * The courier's name for the parcel.
 *
 * @param value 4 to 40 Latin capitals, digits and hyphens
 */
public record TrackingNumber(String value) {

    private static final TextRule RULE = TextRule.matching("[A-Z0-9][A-Z0-9-]{3,39}", "tracking-number", 4, 40);

    public TrackingNumber {
        RULE.require(value);
    }

    /** Parses a number, or answers {@code tracking-number}. */
    public static Validation<Seq<Violation>, TrackingNumber> of(String text) {
        return RULE.parse(text, TrackingNumber::new);
    }
}
