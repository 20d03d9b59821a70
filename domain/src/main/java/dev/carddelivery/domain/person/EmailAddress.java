package dev.carddelivery.domain.person;

import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;

/**
 * Where the customer is written to. Only a letter that arrives proves an address, so the check is deliberately loose.
 *
 * @param value at most 254 characters, one @, a dot in the domain, no blanks
 */
public record EmailAddress(String value) {

    private static final TextRule RULE = TextRule.matching(
            "(?=.{6,254}$)[^@\\s\\p{Cc}]{1,64}@[^@\\s\\p{Cc}.]+(?:\\.[^@\\s\\p{Cc}.]+)*\\.[^@\\s\\p{Cc}.]{2,}",
            "email-address");

    public EmailAddress {
        RULE.require(value);
    }

    /** Parses an address, or answers {@code email-address}. */
    public static Validation<Seq<Violation>, EmailAddress> of(String text) {
        return RULE.parse(text, EmailAddress::new);
    }
}
