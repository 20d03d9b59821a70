package dev.carddelivery.domain;

import static dev.carddelivery.domain.testing.Examples.ADDRESS;
import static dev.carddelivery.domain.testing.Examples.LEGAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatObject;

import dev.carddelivery.domain.card.CardReference;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.Address;
import dev.carddelivery.domain.delivery.DeliverySlot;
import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.person.Consent;
import dev.carddelivery.domain.person.Country;
import dev.carddelivery.domain.person.DocumentNumber;
import dev.carddelivery.domain.person.LegalInfo;
import dev.carddelivery.domain.testing.Timeline;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The value objects that are more than one piece of text. */
class ValueObjectTest {

    private static final Country KZ = new Country("KZ");
    private static final String TOO_LONG = "улица".repeat(50);

    @Test
    void anAddressTellsEverythingThatIsWrongWithItEachAtItsField() {
        assertThatObject(Address.of(Country.RU, "12500", Option.some(""), TOO_LONG, "", " 7", Option.some(TOO_LONG)))
                .isEqualTo(Validation.invalid(List.of(
                        new Violation("/postalCode", "postal-code-ru", List.empty()),
                        new Violation("/region", "text-length", List.of("1", "100")),
                        new Violation("/city", "text-length", List.of("1", "100")),
                        new Violation("/street", "text-length", List.of("1", "150")),
                        new Violation("/house", "text-length", List.of("1", "20")),
                        new Violation("/apartment", "text-length", List.of("1", "20")))));
    }

    @Test
    void anAddressThatIsRefusedIsNotRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Address(KZ, "050000", Option.none(), TOO_LONG, "Абая", "1", Option.none()))
                .withMessage("/city text-length");
    }

    @ParameterizedTest
    @CsvSource({
        "RU, 125009, true",
        "RU, 12500, false",
        "RU, 1250091, false",
        "RU, 12500A, false",
        "KZ, 050000, true",
        "GB, SW1A 1AA, true",
        "US, 94103-1234, true",
        "US, 9, false",
        "US, 94, true",
        "US, 123456789012, true",
        "US, 1234567890123, false",
        "US, ab12, false",
        "US, 12-, false",
        "US, -12, false",
    })
    void aPostalCodeKeepsTheRulesOfItsCountry(String country, String postalCode, boolean taken) {
        assertThat(Address.of(new Country(country), postalCode, Option.none(), "City", "Street", "1", Option.none())
                        .isValid())
                .isEqualTo(taken);
    }

    @Test
    void regionAndApartmentMayBeAbsent() {
        Address address = new Address(KZ, "050000", Option.none(), "Алматы", "Абая", "1", Option.none());
        assertThatObject(Address.of(KZ, "050000", Option.none(), "Алматы", "Абая", "1", Option.none()))
                .isEqualTo(Validation.valid(address));
        assertThat(address).isNotEqualTo(ADDRESS);
    }

    @Test
    void aSlotEndsAfterItBegins() {
        LocalDate day = LocalDate.parse("2026-12-01");
        LocalTime ten = LocalTime.of(10, 0);
        Violation violation = new Violation("/to", "slot-order", List.empty());
        assertThatObject(DeliverySlot.of(day, ten, ten)).isEqualTo(Validation.invalid(List.of(violation)));
        assertThatObject(DeliverySlot.of(day, ten, ten.plusMinutes(1)))
                .isEqualTo(Validation.valid(new DeliverySlot(day, ten, ten.plusMinutes(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeliverySlot(day, ten, ten));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeliverySlot(day, ten, ten.minusMinutes(1)));
    }

    @Test
    void withoutTheRequiredConsentsThereIsNoOrder() {
        for (Consent missing : LegalInfo.REQUIRED) {
            Set<Consent> given = HashSet.of(Consent.values()).remove(missing);
            Violation violation = new Violation("/consents", "consent-required", List.empty());
            assertThatObject(LegalInfo.of(LEGAL.citizenship(), LEGAL.document(), given))
                    .isEqualTo(Validation.invalid(List.of(violation)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LegalInfo(LEGAL.citizenship(), LEGAL.document(), given));
        }
        assertThatObject(LegalInfo.of(LEGAL.citizenship(), LEGAL.document(), LegalInfo.REQUIRED))
                .isEqualTo(Validation.valid(LEGAL));
    }

    @ParameterizedTest
    @CsvSource({
        "4510123456, ******3456",
        "4510, 4510",
        "45101, *5101",
        "\uD801\uDC001234, *1234",
        "\uD801\uDC00123, \uD801\uDC00123"
    })
    void aDocumentNumberIsShownByItsLastFourCharacters(String number, String shown) {
        assertThat(new DocumentNumber(number).masked()).isEqualTo(shown);
    }

    @Test
    void aCardWorksUntilItsLastMonthIsOver() {
        Plastic plastic = new Plastic(new CardReference("a"), new Last4("4242"), YearMonth.of(2028, 2));
        Instant end = Instant.parse("2028-03-01T00:00:00Z");
        assertThat(plastic.worksUntil()).isEqualTo(end);
        assertThat(plastic.worksAt(end.minusNanos(1))).isTrue();
        assertThat(plastic.worksAt(end)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "1, 3, true", "3, 3, true", "0, 3, false", "4, 3, false", "-1, 3, false"})
    void aFailedAttemptIsOneOfThoseThatTheCourierMakes(int number, int of, boolean possible) {
        if (possible) {
            assertThat(new FailedAttempt(number, of, FailedAttempt.Reason.OTHER).number())
                    .isEqualTo(number);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FailedAttempt(number, of, FailedAttempt.Reason.OTHER));
        }
    }

    @Test
    void aTimeWindowMayBeOneMomentButDoesNotEndBeforeItBegins() {
        Instant now = Timeline.PLACED_AT;
        assertThat(new TimeWindow(now, now).to()).isEqualTo(now);
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeWindow(now, now.minusNanos(1)));
    }

    @Test
    void aViolationIsSeenFromTheObjectAroundTheValue() {
        Violation violation = Violation.of("text-length", 1, 20).under("house").under("address");
        assertThat(violation).isEqualTo(new Violation("/address/house", "text-length", List.of("1", "20")));
        assertThatObject(Violation.at("cardInfo", Violation.at("last4", Last4.of("x"))))
                .isEqualTo(Validation.invalid(List.of(new Violation("/cardInfo/last4", "last4", List.empty()))));
        assertThatObject(Violation.at("last4", Last4.of("4242"))).isEqualTo(Last4.of("4242"));
    }
}
