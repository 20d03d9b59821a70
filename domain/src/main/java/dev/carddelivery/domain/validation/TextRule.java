package dev.carddelivery.domain.validation;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a piece of text must look like, checked the same way by a constructor (which throws) and by a factory (which
 * collects).
 *
 * @param code the violation's code when the text does not match
 * @param pattern what the whole text must match
 * @param arguments what the violation's message mentions
 */
public record TextRule(String code, Pattern pattern, List<String> arguments) {

    /** A rule whose {@code regex} must match the whole text. */
    public static TextRule matching(String regex, String code, Object... arguments) {
        return new TextRule(code, Pattern.compile(regex), List.of(arguments).map(String::valueOf));
    }

    /**
     * One line of {@code min} to {@code max} characters: no line breaks or other control characters, no halves of
     * surrogate pairs (no encoding can keep them), no blanks at its ends.
     */
    public static TextRule line(int min, int max) {
        String character = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]";
        return matching("(?!\\p{Z})" + character + "{" + min + "," + max + "}(?<!\\p{Z})", "text-length", min, max);
    }

    /** Whether the whole text keeps this rule. */
    public boolean allows(String text) {
        return pattern.matcher(text).matches();
    }

    /** Throws {@link IllegalArgumentException}, which names the rule and never the text, if the text breaks it. */
    public void require(String text) {
        if (!allows(text)) {
            throw new IllegalArgumentException(code + " " + arguments.mkString("(", ", ", ")"));
        }
    }

    /** Builds a value from {@code text}, or tells what is wrong with it. */
    public <T> Validation<Seq<Violation>, T> parse(String text, Function<String, T> constructor) {
        return allows(text)
                ? Validation.valid(constructor.apply(text))
                : Validation.invalid(List.of(new Violation("", code, arguments)));
    }
}
