package dev.carddelivery.domain.testing;

import static dev.carddelivery.domain.testing.Texts.CAPITALS;
import static dev.carddelivery.domain.testing.Texts.DIGITS;
import static dev.carddelivery.domain.testing.Texts.SMALL;
import static dev.carddelivery.domain.testing.Texts.valid;

import dev.carddelivery.domain.card.CardCurrency;
import dev.carddelivery.domain.card.CardDesign;
import dev.carddelivery.domain.card.CardReference;
import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.card.EmbossingName;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.PaymentSystem;
import dev.carddelivery.domain.card.Plastic;
import java.time.YearMonth;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.Dates;

/** Valid cards and parts of cards. */
public final class CardArbitraries {

    private static final YearMonth FIRST_EXPIRY = YearMonth.of(2030, 1);
    private static final YearMonth LAST_EXPIRY = YearMonth.of(2040, 12);

    private CardArbitraries() {}

    public static Arbitrary<EmbossingName> embossingNames() {
        return valid(Texts.of(2, EmbossingName.MAX_LENGTH, CAPITALS + " .'-"), EmbossingName::of);
    }

    public static Arbitrary<CardDesign> cardDesigns() {
        return valid(Texts.of(1, 32, SMALL + DIGITS + "-"), CardDesign::of);
    }

    public static Arbitrary<Last4> last4s() {
        return valid(Texts.of(4, 4, DIGITS), Last4::of);
    }

    public static Arbitrary<CardReference> cardReferences() {
        return valid(Texts.of(1, 64, CAPITALS + SMALL + DIGITS + "._:-"), CardReference::of);
    }

    public static Arbitrary<CardSpec> cardSpecs() {
        return Combinators.combine(
                        Arbitraries.of(CardType.class),
                        Arbitraries.of(PaymentSystem.class),
                        embossingNames(),
                        Arbitraries.of(CardCurrency.class),
                        cardDesigns())
                .as(CardSpec::new);
    }

    /** Cards whose validity ends in the thirties, long after anything that a {@link Journey} lives through. */
    public static Arbitrary<Plastic> plastics() {
        return Combinators.combine(
                        cardReferences(), last4s(), Dates.yearMonths().between(FIRST_EXPIRY, LAST_EXPIRY))
                .as(Plastic::new);
    }

    /** What must never be let in: 13 to 19 digits of which the last is the check digit. */
    public static Arbitrary<String> cardNumbers() {
        return Texts.of(12, 18, DIGITS).map(digits -> digits + checkDigit(digits));
    }

    private static int checkDigit(String digits) {
        int sum = IntStream.range(0, digits.length())
                .map(i -> (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1))
                .map(weighted -> weighted / 10 + weighted % 10)
                .sum();
        return (10 - sum % 10) % 10;
    }
}
