package dev.carddelivery.adapters.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.Contract;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    private static final Texts ENGLISH = Texts.preferredBy("en");
    private static final Texts RUSSIAN = Texts.preferredBy("ru");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                      | en
                    ru                      | ru
                    ru-RU                   | ru
                    en;q=0.5, ru;q=0.4      | en
                    en;q=0.4, ru;q=0.5      | ru
                    de, ru                  | ru
                    de                      | en
                    *                       | en
                    ru;q=0                  | en
                    ru;q=x                  | en
                    ,,,;=                   | en
                    """)
    void theLanguageThatIsPreferred(String acceptLanguage, String language) {
        assertThat(Texts.preferredBy(acceptLanguage).language()).isEqualTo(language);
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSameArguments() {
        assertThat(RUSSIAN.texts().keySet()).isEqualTo(ENGLISH.texts().keySet());
        ENGLISH.texts()
                .forEach((key, text) ->
                        assertThat(places(RUSSIAN.texts().get(key))).as(key).isEqualTo(places(text)));
    }

    private static Set<String> places(String text) {
        return HashSet.ofAll(
                PLACE.matcher(text).results().map(match -> match.group()).toList());
    }

    @Test
    void everyProblemHasATitleAndADetail() {
        for (ProblemType type : ProblemType.values()) {
            assertThat(ENGLISH.texts()).containsKey(type.code() + ".title");
            if (type != ProblemType.BAD_REQUEST) {
                assertThat(ENGLISH.texts()).containsKey(type.problem().detail());
            }
        }
    }

    @Test
    void everyReasonForAProblemHasAText() throws IOException {
        Pattern because = Pattern.compile("ProblemType\\s*\\.([A-Z_]+)\\s*\\.because\\(\\s*\"([^\"]+)\"");
        Set<String> used = matches(
                Path.of("src/main/java"),
                because,
                match -> match.group(1).toLowerCase(Locale.ROOT).replace('_', '-') + "." + match.group(2));
        assertThat(used).hasSizeGreaterThan(8);
        assertThat(ENGLISH.texts().keySet()).containsAll(used);
    }

    @Test
    void everyViolationHasATextAndIsInTheContract() throws IOException {
        Pattern inDomain = Pattern.compile(
                "(?:Violation\\.of|matching|satisfying|new Violation)\\([^;]*?\"([a-z0-9]+(?:-[a-z0-9]+)*)\"",
                Pattern.DOTALL);
        Pattern inHttp = Pattern.compile(
                "(?:wrong|Violation\\.of|new Violation)\\([^;]*?\"([a-z]+(?:-[a-z]+)*)\"|Field\\.time\\([^;]*?\"([a-z]+)\"",
                Pattern.DOTALL);
        Set<String> partnersOnly = HashSet.of("card-reference", "tracking-number");
        Set<String> used = matches(Path.of("../domain/src/main/java"), inDomain, match -> match.group(1))
                .addAll(matches(
                        Path.of("src/main/java"),
                        inHttp,
                        match -> match.group(1) == null ? match.group(2) : match.group(1)))
                .removeAll(partnersOnly);
        List<String> promised = Contract.ours().listed("/components/schemas/FieldError/properties/code/enum");
        assertThat(used).hasSizeGreaterThan(20);
        assertThat(promised).containsExactlyInAnyOrderElementsOf(used);
        assertThat(ENGLISH.texts().keySet()).containsAll(used);
    }

    private static Set<String> matches(
            Path sources, Pattern pattern, java.util.function.Function<java.util.regex.MatchResult, String> text)
            throws IOException {
        try (var files = Files.walk(sources)) {
            return HashSet.ofAll(files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(text)
                    .toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
