package dev.carddelivery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatObject;

import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.control.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which texts each value object takes, and which it refuses, with which words. */
class TextValueTest {

    private static final String LONE_SURROGATE = "ab\uD800cd";
    private static final String LINE_SEPARATOR = "ab\u2028cd";

    /** A value object, what it says to a text that it refuses, and texts at both sides of each limit. */
    record Rule(TextValue value, Violation violation, List<String> taken, List<String> refused) {

        static Rule of(TextValue value, String code, Object... arguments) {
            return new Rule(value, Violation.of(code, arguments), List.empty(), List.empty());
        }

        Rule takes(String... texts) {
            return new Rule(value, violation, taken.appendAll(List.of(texts)), refused);
        }

        Rule refuses(String... texts) {
            return new Rule(value, violation, taken, refused.appendAll(List.of(texts)));
        }

        @Override
        public String toString() {
            return value.name();
        }
    }

    static List<Rule> rules() {
        return List.of(
                Rule.of(TextValue.CARD_DESIGN, "card-design", 32)
                        .takes("a", "classic", "winter-2026", "a".repeat(32))
                        .refuses("", "Classic", "night sky", "a".repeat(33), "зима"),
                Rule.of(TextValue.CARD_REFERENCE, "card-reference", 64)
                        .takes("a", ":", "bureau:77.a_b-c", "4242424242424242x", "a".repeat(64))
                        .refuses("", "4242424242424242", "7", "a b", "ключ", "a".repeat(65)),
                Rule.of(TextValue.COUNTRY, "country").takes("RU", "US", "KZ").refuses("", "ru", "XX", "RUS", "R"),
                Rule.of(TextValue.DELIVERY_COMMENT, "text-length", 1, 300)
                        .takes("x", "домофон 12", "код «7» 😀", "x".repeat(300), "😀".repeat(300))
                        .refuses("", " ", " x", "x ", "\u00a0x", "x\u2003", "a\nb", "a\tb", "a\u0000b", LINE_SEPARATOR)
                        .refuses("a\u2029b", LONE_SURROGATE, "x".repeat(301)),
                Rule.of(TextValue.DOCUMENT_NUMBER, "document-number", 4, 20)
                        .takes("4510", "4510123456", "AБ123456", "7".repeat(20))
                        .refuses("", "451", "4510 123456", "ab1234", "7".repeat(21), "٤٥١٠"),
                Rule.of(TextValue.EMAIL_ADDRESS, "email-address")
                        .takes("a@b.ru", "ivan.petrov+card@mail.example.org", "иван@почта.рф", longestEmail())
                        .refuses("", "a@b", "a@b.r", "@b.ru", "a@.ru", "a@b..ru", "a b@c.ru", "a@@b.ru", "a@b@c.ru")
                        .refuses(
                                "a\u00a0b@c.ru",
                                "a\u202eb@c.ru",
                                "a\uD800b@c.ru",
                                "a".repeat(65) + "@b.ru",
                                "x" + longestEmail()),
                Rule.of(TextValue.EMBOSSING_NAME, "embossing-name", 2, 26)
                        .takes("IV", "IVAN PETROV", "J.-P. O'NEIL JR.", "A".repeat(26))
                        .refuses("", "I", "Ivan", "ИВАН", "IVAN ", " IVAN", "IVAN-", "'IVAN", "IVAN2", "A".repeat(27)),
                Rule.of(TextValue.ISSUING_AUTHORITY, "text-length", 2, 200)
                        .takes("МП", "ОВД Тверской", "x".repeat(200))
                        .refuses("", "М", "МП ", "x".repeat(201), LINE_SEPARATOR),
                Rule.of(TextValue.LAST4, "last4")
                        .takes("0000", "4242")
                        .refuses("", "424", "42424", "42 4", "٤٢٤٢", "abcd"),
                Rule.of(TextValue.PERSON_NAME, "person-name", 1, 100)
                        .takes("Я", "Анна-Мария", "D'Arc", "O’Neil", "Jr. X.", "José", "e\u0301", "𐐀", "x".repeat(100))
                        .refuses("", " Иван", "Иван ", "-Иван", "Иван2", "Иван_", "a\nb", "\u0301e", "x".repeat(101))
                        .refuses(LONE_SURROGATE),
                Rule.of(TextValue.PHONE_NUMBER, "phone-number")
                        .takes("+12345678", "+79161234567", "+123456789012345")
                        .refuses("", "79161234567", "+1234567", "+0123456789", "+1234567890123456", "+7 916 1234567"),
                Rule.of(TextValue.TRACKING_NUMBER, "tracking-number", 4, 40)
                        .takes("RA12", "0-1-2", "CD-2026-000123", "X".repeat(40))
                        .refuses("", "RA1", "-RA12", "ra123", "RA 12", "ТРЕК", "X".repeat(41)),
                Rule.of(TextValue.USER_ID, "text-length", 1, 255)
                        .takes("1", "anna", "auth0|1f", "x".repeat(255))
                        .refuses("", " anna", "an\nna", LONE_SURROGATE, "x".repeat(256)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyTextWithinTheLimitsIsTakenAsItIs(Rule rule) {
        for (String text : rule.taken()) {
            assertThatObject(rule.value().parse(text)).as(text).isEqualTo(Validation.valid(text));
            assertThat(rule.value().construct(text)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyTextBeyondIsRefusedByItsRuleAndNeverRepeated(Rule rule) {
        for (String text : rule.refused()) {
            assertThatObject(rule.value().parse(text))
                    .as(text)
                    .isEqualTo(Validation.invalid(List.of(rule.violation())));
            assertThatIllegalArgumentException()
                    .as(text)
                    .isThrownBy(() -> rule.value().construct(text))
                    .withMessageContaining(rule.violation().code())
                    .satisfies(thrown -> assertThat(thrown.getMessage().contains(text) && text.length() > 3)
                            .isFalse());
        }
    }

    @Test
    void everyTextValueHasItsRule() {
        assertThat(rules().map(Rule::value)).containsExactly(TextValue.values());
    }

    private static String longestEmail() {
        return "a".repeat(64) + "@" + "b".repeat(186) + ".ru";
    }
}
