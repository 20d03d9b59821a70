package dev.carddelivery.domain.validation;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a piece of text must look like, checked the same way by a constructor (which throws) and by a factory (which
 * collects).
 *
 * @param code the violation's code when the text does not match
 * @param condition what the whole text must satisfy
 * @param arguments what the violation's message mentions
 */
public record TextRule(String code, Predicate<String> condition, List<String> arguments) {

    /** A rule whose {@code regex} must match the whole text. */
    public static TextRule matching(String regex, String code, Object... arguments) {
        return satisfying(Pattern.compile(regex).asMatchPredicate(), code, arguments);
    }

    /**
     * One line of {@code min} to {@code max} characters: no line breaks or other control characters, no halves of
     * surrogate pairs (no encoding can keep them), no blanks at its ends.
     */
    public static TextRule line(int min, int max) {
        return satisfying(text -> isLine(text, min, max), "text-length", min, max);
    }

    private static TextRule satisfying(Predicate<String> condition, String code, Object... arguments) {
        return new TextRule(code, condition, List.of(arguments).map(String::valueOf));
    }

    private static boolean isLine(String text, int min, int max) {
        int length = text.codePointCount(0, text.length());
        return length >= min && length <= max && allStandInLine(text) && !beginsOrEndsWithSpace(text);
    }

    private static boolean beginsOrEndsWithSpace(String text) {
        return !text.isEmpty()
                && (Character.isSpaceChar(text.codePointAt(0))
                        || Character.isSpaceChar(text.codePointBefore(text.length())));
    }

    private static boolean allStandInLine(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (!standsInLine(text.codePointAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean standsInLine(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    /** Whether the whole text keeps this rule. */
    public boolean allows(String text) {
        return condition.test(text);
    }

    /** Throws {@link IllegalArgumentException}, which names the rule and never the text, if the text breaks it. */
    public void require(String text) {
        if (!allows(text)) {
            throw new IllegalArgumentException(code + " " + arguments.mkString("(", ", ", ")"));
        }
    }

    /**
     * Builds a value from {@code text}, or tells what is wrong with it.
     *
     * @param constructor {@linkplain #require requires} this rule, so that it need not be checked here as well
     */
    public <T> Validation<Seq<Violation>, T> parse(String text, Function<String, T> constructor) {
        try {
            return Validation.valid(constructor.apply(text));
        } catch (IllegalArgumentException broken) {
            return Validation.invalid(List.of(new Violation("", code, arguments)));
        }
    }
}
