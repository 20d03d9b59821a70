package dev.carddelivery.domain.delivery;

import dev.carddelivery.domain.person.Country;
import dev.carddelivery.domain.validation.TextRule;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import io.vavr.control.Validation;

/**
 * A place the card can be brought to, valid by the rules of its country.
 *
 * @param country the country
 * @param postalCode six digits in Russia; 2 to 12 Latin capitals, digits, blanks and hyphens elsewhere
 * @param region state, province or oblast, where the country has them; at most 100 characters
 * @param city town or village; at most 100 characters
 * @param street street; at most 150 characters
 * @param house house, building; at most 20 characters
 * @param apartment flat or office; at most 20 characters
 */
public record Address(
        Country country,
        String postalCode,
        Option<String> region,
        String city,
        String street,
        String house,
        Option<String> apartment) {

    private static final TextRule RUSSIAN_POSTAL_CODE = TextRule.matching("[0-9]{6}", "postal-code-ru");
    private static final TextRule POSTAL_CODE = TextRule.matching("[A-Z0-9][A-Z0-9 -]{0,10}[A-Z0-9]", "postal-code");
    private static final TextRule REGION = TextRule.line(1, 100);
    private static final TextRule CITY = TextRule.line(1, 100);
    private static final TextRule STREET = TextRule.line(1, 150);
    private static final TextRule HOUSE = TextRule.line(1, 20);
    private static final TextRule APARTMENT = TextRule.line(1, 20);

    public Address {
        Seq<Violation> violations = violations(country, postalCode, region, city, street, house, apartment);
        if (violations.nonEmpty()) {
            throw new IllegalArgumentException(
                    violations.map(v -> v.pointer() + " " + v.code()).mkString(", "));
        }
    }

    /** Builds an address, or answers everything that is wrong with it, each at its own field. */
    public static Validation<Seq<Violation>, Address> of(
            Country country,
            String postalCode,
            Option<String> region,
            String city,
            String street,
            String house,
            Option<String> apartment) {
        Seq<Violation> violations = violations(country, postalCode, region, city, street, house, apartment);
        return violations.isEmpty()
                ? Validation.valid(new Address(country, postalCode, region, city, street, house, apartment))
                : Validation.invalid(violations);
    }

    private static Seq<Violation> violations(
            Country country,
            String postalCode,
            Option<String> region,
            String city,
            String street,
            String house,
            Option<String> apartment) {
        TextRule postalCodeRule = country.equals(Country.RU) ? RUSSIAN_POSTAL_CODE : POSTAL_CODE;
        return List.of(
                        check(postalCodeRule, "postalCode", Option.some(postalCode)),
                        check(REGION, "region", region),
                        check(CITY, "city", Option.some(city)),
                        check(STREET, "street", Option.some(street)),
                        check(HOUSE, "house", Option.some(house)),
                        check(APARTMENT, "apartment", apartment))
                .flatMap(violation -> violation);
    }

    private static Option<Violation> check(TextRule rule, String field, Option<String> text) {
        return text.filter(value -> !rule.allows(value))
                .map(value -> new Violation("/" + field, rule.code(), rule.arguments()));
    }
}
