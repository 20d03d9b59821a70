package dev.carddelivery.domain.testing;

import static dev.carddelivery.domain.testing.Texts.CAPITALS;
import static dev.carddelivery.domain.testing.Texts.CYRILLIC;
import static dev.carddelivery.domain.testing.Texts.DIGITS;
import static dev.carddelivery.domain.testing.Texts.SMALL;
import static dev.carddelivery.domain.testing.Texts.UNUSUAL;
import static dev.carddelivery.domain.testing.Texts.optional;
import static dev.carddelivery.domain.testing.Texts.valid;

import dev.carddelivery.domain.person.Cardholder;
import dev.carddelivery.domain.person.Consent;
import dev.carddelivery.domain.person.Contact;
import dev.carddelivery.domain.person.Country;
import dev.carddelivery.domain.person.DocumentNumber;
import dev.carddelivery.domain.person.EmailAddress;
import dev.carddelivery.domain.person.IdentityDocument;
import dev.carddelivery.domain.person.IssuingAuthority;
import dev.carddelivery.domain.person.LegalInfo;
import dev.carddelivery.domain.person.PersonName;
import dev.carddelivery.domain.person.PhoneNumber;
import dev.carddelivery.domain.person.UserId;
import io.vavr.collection.Set;
import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.Dates;

/** Valid persons, and what is known of them. */
public final class PersonArbitraries {

    private PersonArbitraries() {}

    public static Arbitrary<UserId> userIds() {
        return valid(Texts.line(1, 255), UserId::of);
    }

    public static Arbitrary<PersonName> personNames() {
        return valid(Texts.of(1, 100, CYRILLIC + CAPITALS + SMALL + UNUSUAL + " .'’-"), PersonName::of);
    }

    public static Arbitrary<PhoneNumber> phoneNumbers() {
        return valid(Texts.of(8, 15, DIGITS).map(digits -> "+" + digits), PhoneNumber::of);
    }

    public static Arbitrary<EmailAddress> emailAddresses() {
        Arbitrary<String> label = Texts.of(1, 30, SMALL + CYRILLIC + DIGITS + "-");
        Arbitrary<String> topLevel = Texts.of(2, 10, SMALL + CYRILLIC);
        return valid(
                Combinators.combine(
                                Texts.of(1, 64, SMALL + DIGITS + "._+'"),
                                label.list().ofMinSize(1).ofMaxSize(5),
                                topLevel)
                        .as((local, labels, last) -> local + "@" + String.join(".", labels) + "." + last),
                EmailAddress::of);
    }

    public static Arbitrary<Contact> contacts() {
        return Combinators.combine(phoneNumbers(), optional(emailAddresses())).as(Contact::new);
    }

    /** People born between {@code earliest} and {@code latest}. */
    public static Arbitrary<Cardholder> cardholders(LocalDate earliest, LocalDate latest) {
        return Combinators.combine(
                        personNames(),
                        personNames(),
                        optional(personNames()),
                        Dates.dates().between(earliest, latest),
                        contacts())
                .as(Cardholder::new);
    }

    /** Russia as often as all other countries. */
    public static Arbitrary<Country> countries() {
        return Arbitraries.oneOf(
                Arbitraries.just(Country.RU), valid(Arbitraries.of(Locale.getISOCountries()), Country::of));
    }

    public static Arbitrary<DocumentNumber> documentNumbers() {
        return valid(Texts.of(4, 20, DIGITS + CAPITALS + "ЁЖЯ"), DocumentNumber::of);
    }

    public static Arbitrary<IssuingAuthority> issuingAuthorities() {
        return valid(Texts.line(2, 200), IssuingAuthority::of);
    }

    /** Documents issued between {@code earliest} and {@code latest}. */
    public static Arbitrary<IdentityDocument> identityDocuments(LocalDate earliest, LocalDate latest) {
        return Combinators.combine(
                        Arbitraries.of(IdentityDocument.Type.class),
                        documentNumbers(),
                        Dates.dates().between(earliest, latest),
                        issuingAuthorities())
                .as(IdentityDocument::new);
    }

    /** What the law asks, with a document issued between {@code earliest} and {@code latest}. */
    public static Arbitrary<LegalInfo> legalInfos(LocalDate earliest, LocalDate latest) {
        return Combinators.combine(countries(), identityDocuments(earliest, latest), consents())
                .as(LegalInfo::new);
    }

    private static Arbitrary<Set<Consent>> consents() {
        return Arbitraries.of(LegalInfo.REQUIRED, LegalInfo.REQUIRED.add(Consent.MARKETING));
    }
}
