package dev.carddelivery.domain.delivery;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * What the customer tells the courier.
 *
 * @param value 1 to 300 characters in one line
 */
public record DeliveryComment(String value) {

    private static final TextRule RULE = TextRule.line(1, 300);

    public DeliveryComment {
        RULE.require(value);
    }

    /** Parses a comment, or answers {@code text-length}. */
    public static Validation<Seq<Violation>, DeliveryComment> of(String text) {
        return RULE.parse(text, DeliveryComment::new);
    }
}
