package dev.carddelivery.domain.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.testing.CardArbitraries;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CardNumbersProperties {

    @Property(tries = 300)
    void aCardNumberIsFoundWhateverStandsAround(
            @ForAll("cardNumbers") String number, @ForAll("words") String before, @ForAll("words") String after) {
        assertThat(CardNumbers.occurIn(before + number + after)).isTrue();
    }

    @Property(tries = 300)
    void aCardNumberIsFoundInGroupsOfAnySize(
            @ForAll("cardNumbers") String number,
            @ForAll @IntRange(min = 1, max = 8) int size,
            @ForAll("separators") char separator) {
        String grouped = number.replaceAll("(.{" + size + "})(?=.)", "$1" + separator);
        assertThat(CardNumbers.occurIn(grouped)).isTrue();
    }

    @Property(tries = 300)
    void oneWrongDigitIsNoticed(
            @ForAll("cardNumbers") String number, @ForAll @IntRange(min = 0, max = 12) int position) {
        char wrong = (char) ('0' + (number.charAt(position) - '0' + 1) % 10);
        String mistyped = number.substring(0, position) + wrong + number.substring(position + 1);
        assertThat(CardNumbers.occurIn(mistyped)).isFalse();
    }

    @Property(tries = 1000)
    void noUuidIsACardNumber(@ForAll long most, @ForAll long least) {
        assertThat(CardNumbers.occurIn(new UUID(most, least).toString())).isFalse();
    }

    @Provide
    Arbitrary<String> cardNumbers() {
        return CardArbitraries.cardNumbers();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .ofMaxLength(20)
                .filter(text -> text.codePoints().noneMatch(Character::isDigit));
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(' ', '-', '\u00a0', '\u202f', '\u2010', '\u2011');
    }
}
