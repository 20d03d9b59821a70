package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageSettingsTest {

    private static final String URL = "jdbc:postgresql://db.example.org:5432/cards";

    @Test
    void anEmptyEnvironmentIsTheEmbeddedDatabase() {
        assertThat(settings(Map.of()))
                .isEqualTo(new StorageSettings(Path.of(".data"), new DatabaseSettings.Embedded()));
    }

    @Test
    void everythingCanBeSet() {
        var variables = Map.of(
                "DATA_DIR", "/var/lib/card-delivery",
                "DATABASE_URL", URL,
                "DATABASE_USER", "cards",
                "DATABASE_PASSWORD", "s3cret",
                "ALLOW_UNSAFE_DURABILITY", "true");

        assertThat(settings(variables))
                .isEqualTo(new StorageSettings(
                        Path.of("/var/lib/card-delivery"),
                        new DatabaseSettings.External(URL, Option.of("cards"), Option.of(new Secret("s3cret")), true)));
    }

    @Test
    void allErrorsAreToldAtOnceAndEachNamesItsVariable() {
        var variables = Map.of(
                "DATA_DIR", "nul\0",
                "DATABASE_USER", "cards",
                "DATABASE_PASSWORD", "s3cret",
                "ALLOW_UNSAFE_DURABILITY", "perhaps");

        assertThat(wrong(variables))
                .extracting(error -> Variable.valueOf(error.variable()))
                .containsExactlyInAnyOrder(
                        Variable.DATA_DIR,
                        Variable.DATABASE_USER,
                        Variable.DATABASE_PASSWORD,
                        Variable.ALLOW_UNSAFE_DURABILITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://db/cards", "postgresql://db/cards", "jdbc:postgresql://anna:s3cret@db/cards"})
    void refusesWhatIsNoDatabaseUrlAndDoesNotRepeatIt(String text) {
        assertWrong(Variable.DATABASE_URL, Map.of("DATABASE_URL", text));
        assertThat(wrong(Map.of("DATABASE_URL", text)).toString()).doesNotContain(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:cards",
                "jdbc:postgresql://db/cards",
                "jdbc:postgresql://db1:5432,db2:5433/cards?targetServerType=primary",
                "jdbc:postgresql://[::1]:5432/",
                "jdbc:postgresql://db/cards?user=anna&password=p@ss"
            })
    void takesEachFormOfDatabaseUrl(String text) {
        assertThat(settings(Map.of("DATABASE_URL", text)).database())
                .isEqualTo(new DatabaseSettings.External(text, Option.none(), Option.none(), false));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/cards?password=s3cret&user=anna, url=jdbc:postgresql://db/cards?password=***&user=anna",
        "jdbc:postgresql://db/cards?user=anna&PASSWORD=s3cret, user=anna&PASSWORD=***",
        "jdbc:postgresql://db/cards?sslpassword=s3cret, sslpassword=***"
    })
    void printingThemTellsNoSecret(String url, String shown) {
        var settings = settings(Map.of("DATABASE_URL", url, "DATABASE_PASSWORD", "s3cret too"));

        assertThat(settings.toString()).contains(shown).doesNotContain("s3cret");
    }

    private static StorageSettings settings(Map<String, String> variables) {
        var settings = StorageSettings.from(variables);
        assertThat(settings.isValid()).as(settings.toString()).isTrue();
        return settings.get();
    }

    private static List<SettingError> wrong(Map<String, String> variables) {
        return StorageSettings.from(variables).getError().asJava();
    }

    private static void assertWrong(Variable variable, Map<String, String> variables) {
        assertThat(wrong(variables))
                .extracting(error -> Variable.valueOf(error.variable()))
                .containsExactly(variable);
    }
}
