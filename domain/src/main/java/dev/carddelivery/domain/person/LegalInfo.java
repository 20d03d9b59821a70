package dev.carddelivery.domain.person;

import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Validation;

/**
 * What the law asks about a customer.
 *
 * @param citizenship the country of citizenship
 * @param document the paper that proves identity
 * @param consents what the customer agreed to; always holds {@link #REQUIRED}
 */
public record LegalInfo(Country citizenship, IdentityDocument document, Set<Consent> consents) {

    /** The consents without which no order is taken. */
    public static final Set<Consent> REQUIRED = HashSet.of(Consent.PERSONAL_DATA, Consent.CARD_TERMS);

    public LegalInfo {
        if (!consents.containsAll(REQUIRED)) {
            throw new IllegalArgumentException("consent-required");
        }
    }

    /** Checks that the required consents are given, or answers {@code consent-required} at {@code /consents}. */
    public static Validation<Seq<Violation>, LegalInfo> of(
            Country citizenship, IdentityDocument document, Set<Consent> consents) {
        return consents.containsAll(REQUIRED)
                ? Validation.valid(new LegalInfo(citizenship, document, consents))
                : Validation.invalid(List.of(Violation.of("consent-required").under("consents")));
    }
}
