package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String URL = "jdbc:postgresql://db.example.org:5432/cards";

    @Test
    void anEmptyEnvironmentIsTheDemoOnTheEmbeddedDatabase() {
        assertThat(settings(Map.of()))
                .isEqualTo(new Settings(
                        "127.0.0.1",
                        8080,
                        Option.none(),
                        Path.of(".data"),
                        new TokenKeys.Own(),
                        true,
                        Duration.ofSeconds(2)));
    }

    @Test
    void everythingCanBeSet() {
        var variables = Map.ofEntries(
                Map.entry("HOST", "0.0.0.0"),
                Map.entry("PORT", "0"),
                Map.entry("PUBLIC_ORIGIN", "https://cards.example.org"),
                Map.entry("DATA_DIR", "/var/lib/card-delivery"),
                Map.entry("DATABASE_URL", URL),
                Map.entry("DEMO", "true"),
                Map.entry("DEMO_DAY", "PT1S"),
                Map.entry("AUTH_ISSUER", "https://login.example.org"),
                Map.entry("AUTH_JWKS_URL", "https://login.example.org/keys"));

        assertThat(settings(variables))
                .isEqualTo(new Settings(
                        "0.0.0.0",
                        0,
                        Option.some("https://cards.example.org"),
                        Path.of("/var/lib/card-delivery"),
                        new TokenKeys.Issuer("https://login.example.org", URI.create("https://login.example.org/keys")),
                        true,
                        Duration.ofSeconds(1)));
    }

    @Test
    void aDatabaseOfOnesOwnIsNoDemoAndItsDaysAreReal() {
        var settings = settings(Map.of(
                "DATABASE_URL", URL,
                "AUTH_ISSUER", "https://login.example.org",
                "AUTH_JWKS_URL", "https://login.example.org/keys"));

        assertThat(settings.demo()).isFalse();
        assertThat(settings.day()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void blankMeansAbsent() {
        assertThat(settings(Map.of("HOST", "", "PORT", "  ", "DATABASE_URL", " ")))
                .isEqualTo(settings(Map.of()));
    }

    @Test
    void allErrorsAreToldAtOnceAndEachNamesItsVariable() {
        var variables = new HashMap<String, String>();
        for (var variable : Variable.values()) {
            variables.put(variable.name(), "? @ ?");
        }
        variables.put("DATA_DIR", "nul\0");
        variables.put("DEMO", "true");
        variables.remove("DATABASE_URL");

        assertThat(wrong(variables))
                .extracting(SettingError::variable)
                .containsExactlyInAnyOrder(
                        Variable.HOST,
                        Variable.PORT,
                        Variable.PUBLIC_ORIGIN,
                        Variable.DATA_DIR,
                        Variable.DEMO_DAY,
                        Variable.AUTH_ISSUER,
                        Variable.AUTH_JWKS_URL);
    }

    @Test
    void aMessageSaysWhatIsWrongWhereAndWhatToWrite() {
        assertThat(wrong(Map.of("PORT", "80a")))
                .hasToString("[PORT: \"80a\" is no port; write a number from 0 (any free port) to 65535]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "8080/tcp", "80 80"})
    void refusesWhatIsNoPort(String text) {
        assertWrong(Variable.PORT, Map.of("PORT", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "localhost:8080", "two words", "1:2"})
    void refusesWhatIsNoHost(String text) {
        assertWrong(Variable.HOST, Map.of("HOST", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cards.example.org", "https://", "https://cards.example.org/", "ftp://a", "https://a:b@c"})
    void refusesWhatIsNoOrigin(String text) {
        assertWrong(Variable.PUBLIC_ORIGIN, Map.of("PUBLIC_ORIGIN", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://cards.example.org", "http://localhost:8080", "https://[::1]:8443", "HTTPS://A"})
    void takesOrigins(String text) {
        assertThat(settings(Map.of("PUBLIC_ORIGIN", text)).publicOrigin()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "::", "::1", "fe80::1%eth0", "10.0.0.7", "cards.example.org"})
    void takesNamesAndAddresses(String text) {
        assertThat(settings(Map.of("HOST", text)).host()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2s", "PT0S", "-PT2S", "PT0.001S", "PT25H", "P1Y"})
    void refusesWhatIsNoDemoDay(String text) {
        assertWrong(Variable.DEMO_DAY, Map.of("DEMO_DAY", text));
    }

    @Test
    void refusesADemoDayOutsideTheDemo() {
        var variables = new HashMap<>(Map.of("DEMO", "false", "DEMO_DAY", "PT2S"));
        variables.put("AUTH_ISSUER", "https://login.example.org");
        variables.put("AUTH_JWKS_URL", "https://login.example.org/keys");

        assertWrong(Variable.DEMO_DAY, variables);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1"})
    void refusesWhatIsNeitherTrueNorFalse(String text) {
        assertWrong(Variable.DEMO, Map.of("DEMO", text));
    }

    @Test
    void outsideTheDemoTheCallersNeedAnIssuer() {
        assertThat(wrong(Map.of("DEMO", "false")))
                .extracting(SettingError::variable)
                .containsExactlyInAnyOrder(Variable.AUTH_ISSUER, Variable.AUTH_JWKS_URL);
    }

    @Test
    void halfAnIssuerIsNone() {
        assertWrong(Variable.AUTH_JWKS_URL, Map.of("AUTH_ISSUER", "https://login.example.org"));
        assertWrong(Variable.AUTH_ISSUER, Map.of("AUTH_JWKS_URL", "https://login.example.org/keys"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"login.example.org", "ftp://login.example.org", "https:///keys", "https://a:b@example.org", "^"})
    void refusesWhatIsNoHttpUrl(String text) {
        assertWrong(Variable.AUTH_ISSUER, Map.of("AUTH_ISSUER", text, "AUTH_JWKS_URL", "http://127.0.0.1:9/keys"));
    }

    private static Settings settings(Map<String, String> variables) {
        var settings = Settings.from(variables);
        assertThat(settings.isValid()).as(settings.toString()).isTrue();
        return settings.get();
    }

    private static List<SettingError> wrong(Map<String, String> variables) {
        return Settings.from(variables).getError().asJava();
    }

    private static void assertWrong(Variable variable, Map<String, String> variables) {
        assertThat(wrong(variables)).extracting(SettingError::variable).containsExactly(variable);
    }
}
