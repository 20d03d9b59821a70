package dev.carddelivery.adapters.http.problem;

import io.vavr.collection.Seq;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The words of this API for people, in one language.
 *
 * @param language the language's tag
 * @param texts by key; {@code {0}}, {@code {1}} … stand for arguments
 */
public record Texts(String language, Map<String, String> texts) {

    private static final Texts ENGLISH = load("en");
    private static final Texts RUSSIAN = load("ru");

    /** The texts for a caller who sent this {@code Accept-Language}: Russian if that is preferred, else English. */
    public static Texts preferredBy(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                    .filter(language -> language.equals("ru") || language.equals("en"))
                    .findFirst()
                    .map(language -> language.equals("ru") ? RUSSIAN : ENGLISH)
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }

    /** The text under {@code key}, with its arguments put in. */
    public String text(String key, Seq<String> arguments) {
        String text = texts.getOrDefault(key, key);
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("{" + i + "}", arguments.get(i));
        }
        return text;
    }

    private static Texts load(String language) {
        ResourceBundle bundle =
                ResourceBundle.getBundle("dev.carddelivery.adapters.http.problem.messages_" + language, Locale.ROOT);
        return new Texts(
                language,
                bundle.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, bundle::getString)));
    }
}
