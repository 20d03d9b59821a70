package dev.carddelivery.domain.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are the payment networks' published test numbers, or made up to pass the check. */
class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4222222222222",
                "5555555555554444",
                "6011000990139424",
                "4242424242424242",
                "2200000000000004",
                "6200000000000000000",
                "4242 4242 4242 4242",
                "4242-4242-4242-4242",
                "4242\u00a04242\u202f4242\u20114242",
                "4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2",
                "моя карта 4242424242424242, код не скажу",
                "x4242424242424242y",
                "домофон 12 4242 4242 4242 4242",
                "4242 4242 4242 4242 12 30",
                "1234567890123 4242424242424242",
                "٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢",
                "𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐",
                "019aa0c0-7c1e-7d3a-9a53-6f0b7a1c2d3e 4242424242424242",
                "42424242-4242-4242",
                "4242  4242  4242  4242",
                "4242/4242/4242/4242",
                "4242 - 4242 - 4242 - 4242",
                "4242 \u2013 4242\u20144242 / 4242",
                "4242\n4242\n4242\n4242",
                "6200  0000  0000  0000  000",
                "3782 / 822463 / 10005",
                "домофон 12 / 4242 - 4242 - 4242 - 4242",
                "𝟒𝟐𝟒𝟐  𝟒𝟐𝟒𝟐  𝟒𝟐𝟒𝟐  𝟒𝟐𝟒𝟐",
                "4242.4242.4242.4242",
                "4242_4242_4242_4242",
                "4242, 4242: 4242 _ 4242",
                "4242\u20074242\u20094242\u30004242",
                "4242\u22124242\u22124242\u22124242",
                "4242\u200b4242\u00ad4242\u200b4242",
                "4222/222/222/222",
                "4222, 222, 222, 222",
                "4222 222 / 222 / 222",
                "домофон 12 / 4222.222.222.222",
            })
    void aCardNumberIsFound(String text) {
        assertThat(CardNumbers.occurIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "домофон 12",
                "4242424242424241",
                "4242424242424224",
                "424242424242",
                "000000000000",
                "42424242424242424242",
                "00000000000000000000",
                "4242a4242b4242c4242",
                "11/11/2026 - 13/12/2026",
                "2026-11-22 / 2026-11-26",
                "8 916 123-45-67 / 8 903 111-22-32",
                "916-123-45-67  903-111-22-32",
                "CD-2026-000123 / CD-2026-000124",
                "+79161234567",
                "1.000.000.000.000,00",
                "55.755864, 37.617698",
                "495.123.4567 / 916.123.4503",
                "422.222.222.222.002",
                "2026.11.22 10:15:30.123456",
                "4510 123456",
                "2026-11-22T10:15:30Z",
                "019aa0c0-7c1e-7d3a-9a53-6f0b7a1c2d3e",
                "42424242-4242-4242-8000-000000000000",
                "заказ 019aa0c0-7c1e-7d3a-4242-424242424242!",
            })
    void nothingElseIsTakenForOne(String text) {
        assertThat(CardNumbers.occurIn(text)).isFalse();
    }

    @Test
    void theDigitsOfAUuidAreACardNumberOnceTheyAreNoUuid() {
        assertThat(CardNumbers.occurIn("019aa0c0-7c1e-7d3a-4242-424242424242")).isFalse();
        assertThat(CardNumbers.occurIn("019aa0c0-7c1e-7d3a-4242-4242424242420")).isFalse();
        assertThat(CardNumbers.occurIn("7d3a-4242-424242424242")).isTrue();
    }
}
