package dev.carddelivery.domain.person;

import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.util.Locale;
import java.util.Set;

/**
 * A country.
 *
 * @param code ISO 3166-1 alpha-2, one that is assigned
 */
public record Country(String code) {

    private static final Set<String> ASSIGNED = Set.of(Locale.getISOCountries());

    public static final Country RU = new Country("RU");

    public Country {
        if (!ASSIGNED.contains(code)) {
            throw new IllegalArgumentException("country");
        }
    }

    /** Parses a code, or answers {@code country}. */
    public static Validation<Seq<Violation>, Country> of(String text) {
        return ASSIGNED.contains(text)
                ? Validation.valid(new Country(text))
                : Validation.invalid(List.of(Violation.of("country")));
    }
}
