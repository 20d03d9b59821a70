package dev.carddelivery.domain.testing;

import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** The raw material of all generated texts. */
final class Texts {

    static final String DIGITS = "0123456789";
    static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    static final String CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя";

    /** Letters that have gone wrong in other systems: composed, without case, from right to left, beyond 16 bits. */
    static final String UNUSUAL = "ÅéñßǅΩ李שع𐐀";

    private static final String PUNCTUATION = " .,'’-/№()\"\\<>&%{}😀";

    private Texts() {}

    /**
     * Texts of these characters; every fourth has the least or the greatest length, which makes jqwik's own edge cases
     * needless, whose combinations are too many.
     */
    static Arbitrary<String> of(int min, int max, String characters) {
        return lengths(min, max)
                .flatMap(
                        length -> Arbitraries.of(characters.codePoints().boxed().toList())
                                .list()
                                .ofSize(length)
                                .map(Texts::text))
                .withoutEdgeCases();
    }

    /** What people type into a field of one line. */
    static Arbitrary<String> line(int min, int max) {
        return of(min, max, CYRILLIC + CAPITALS + SMALL + DIGITS + UNUSUAL + PUNCTUATION);
    }

    /** The values which {@code factory} makes of {@code texts}; those that it refuses are left out. */
    static <T> Arbitrary<T> valid(Arbitrary<String> texts, Function<String, Validation<Seq<Violation>, T>> factory) {
        return texts.map(factory::apply).filter(Validation::isValid).map(Validation::get);
    }

    /** Present more often than not. */
    static <T> Arbitrary<Option<T>> optional(Arbitrary<T> values) {
        return Arbitraries.frequencyOf(
                Tuple.of(2, values.map(Option::some)), Tuple.of(1, Arbitraries.just(Option.none())));
    }

    private static Arbitrary<Integer> lengths(int min, int max) {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(min, Math.min(max, min + 20))),
                Tuple.of(1, Arbitraries.just(min)),
                Tuple.of(1, Arbitraries.just(max)));
    }

    private static String text(Iterable<Integer> codePoints) {
        StringBuilder text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }
}
