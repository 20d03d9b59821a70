package dev.carddelivery.application.report;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * Why a message is not needed, for whoever asks later.
 *
 * @param value 1 to 300 characters in one line
 */
public record DiscardReason(String value) {

    private static final TextRule RULE = TextRule.line(1, 300);

    public DiscardReason {
        RULE.require(value);
    }

    /** Parses a reason, or answers {@code text-length}. */
    public static Validation<Seq<Violation>, DiscardReason> of(String text) {
        return RULE.parse(text, DiscardReason::new);
    }
}
