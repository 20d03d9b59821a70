package dev.carddelivery.domain.person;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * Where the customer is written to. Only a letter that arrives proves an address, so the check is deliberately loose.
 *
 * @param value at most 254 characters, one @, a dot in the domain, nothing blank or invisible
 */
public record EmailAddress(String value) {

    private static final TextRule RULE = TextRule.matching(
            "(?=.{6,254}$)[^@\\p{Z}\\p{C}]{1,64}@(?:[^@.\\p{Z}\\p{C}]+\\.)+[^@.\\p{Z}\\p{C}]{2,}", "email-address");

    public EmailAddress {
        RULE.require(value);
    }

    /** Parses an address, or answers {@code email-address}. */
    public static Validation<Seq<Violation>, EmailAddress> of(String text) {
        return RULE.parse(text, EmailAddress::new);
    }
}
