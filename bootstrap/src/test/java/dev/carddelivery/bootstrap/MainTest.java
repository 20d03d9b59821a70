package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> done = new ArrayList<>();

    @Test
    void servesWhenNothingIsSaid() {
        assertThat(run(Map.of("PORT", "8081"))).isZero();
        assertThat(done).containsExactly("serve on 8081");
    }

    @Test
    void eachCommandDoesItsWork() {
        assertThat(run(Map.of(), "serve")).isZero();
        assertThat(run(Map.of(), "migrate")).isZero();
        assertThat(run(Map.of(), "rebuild")).isZero();
        assertThat(run(Map.of(), "republish", "--since", "2026-11-22T10:15:30Z"))
                .isZero();
        assertThat(done).containsExactly("serve on 8080", "migrate", "rebuild", "republish since 2026-11-22T10:15:30Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "partners", "migrate", "rebuild", "republish"})
    void eachCommandTellsAboutItselfAndDoesNothing(String command) {
        assertThat(run(Map.of(), command, "--help")).isZero();

        assertThat(out.toString()).contains("card-delivery " + command);
        assertThat(done).isEmpty();
    }

    @Test
    void partnersHaveAPortAndADatabaseOfTheirOwn() {
        assertThat(run(Map.of("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092"), "partners"))
                .isZero();
        assertThat(done).containsExactly("partners on 8090 with .data/partners");
    }

    @Test
    void partnersNeedKafka() {
        assertThat(run(Map.of("PORT", "x"), "partners")).isEqualTo(2);
        assertThat(err.toString()).contains("PORT: ").contains("KAFKA_BOOTSTRAP_SERVERS: is not set");
        assertThat(done).isEmpty();
    }

    @Test
    void wrongSettingsAreAllToldAndNothingIsDone() {
        assertThat(run(Map.of("PORT", "x", "DEMO", "y", "DATABASE_URL", "z", "DATA_DIR", "nul\0")))
                .isEqualTo(2);
        assertThat(err.toString().lines().skip(1).map(line -> line.strip().replaceAll(":.*", "")))
                .containsExactlyInAnyOrder("PORT", "DEMO", "DATABASE_URL", "DATA_DIR");
        assertThat(run(Map.of("DATABASE_URL", "z"), "migrate")).isEqualTo(2);
        assertThat(done).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "rebuild"})
    void whatServesNobodyNeedsTheDatabaseAlone(String command) {
        var externalWithoutAnIssuer = Map.of("DATABASE_URL", "jdbc:postgresql://db/cards", "PORT", "no matter");
        assertThat(run(externalWithoutAnIssuer, command)).isZero();
        assertThat(done).containsExactly(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"republish", "republish --since", "republish --since yesterday"})
    void whatIsToBePublishedAgainHasToBeSaid(String command) {
        assertThat(run(Map.of(), command.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("--since");
        assertThat(done).isEmpty();
    }

    @Test
    void anUnknownCommandIsRefused() {
        assertThat(run(Map.of(), "sevre")).isEqualTo(2);
        assertThat(err.toString()).contains("sevre").contains("serve");
        assertThat(done).isEmpty();
    }

    @Test
    void aReasonIsToldWithoutAStackTrace() {
        assertThat(run(failingWith(new StartupException("The disk is full. Buy another one."))))
                .isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("The disk is full. Buy another one.");
    }

    @Test
    void whatNobodyExpectedIsToldWithItsStackTrace() {
        assertThat(run(failingWith(new IllegalStateException("oops")))).isEqualTo(1);
        assertThat(err.toString()).contains("oops").contains("\tat dev.carddelivery");
    }

    @Test
    void toBeInterruptedIsAGoodEnd() {
        assertThat(run(failingWith(new InterruptedException()))).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void tellsItsVersionAndJavas() {
        assertThat(run(Map.of("PORT", "even with wrong settings"), "version")).isZero();
        assertThat(out.toString())
                .containsPattern("Card Delivery \\d+\\.\\d+\\.\\d+")
                .contains("Java " + Runtime.version());
    }

    @ParameterizedTest
    @EnumSource
    void helpNamesEachSettingOnALineOfAtMost100Letters(Variable variable) {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.toString().lines())
                .anySatisfy(line ->
                        assertThat(line.strip()).startsWith(variable.name()).contains(variable.meaning()))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    private int run(Map<String, String> environment, String... arguments) {
        return run(new Noting(), environment, arguments);
    }

    private int run(Program program) {
        return run(program, Map.of());
    }

    private int run(Program program, Map<String, String> environment, String... arguments) {
        return Main.commandLine(program, environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static Program failingWith(Exception problem) {
        return new Program() {
            @Override
            public void serve(StorageSettings storage, Settings settings) throws InterruptedException {
                switch (problem) {
                    case InterruptedException end -> throw end;
                    case RuntimeException failure -> throw failure;
                    default -> throw new AssertionError(problem);
                }
            }

            @Override
            public void partners(StorageSettings storage, PartnersSettings settings) {}

            @Override
            public void migrate(StorageSettings storage) {}

            @Override
            public void rebuild(StorageSettings storage) {}

            @Override
            public void republish(StorageSettings storage, Instant moment) {}
        };
    }

    private final class Noting implements Program {
        @Override
        public void serve(StorageSettings storage, Settings settings) {
            done.add("serve on " + settings.port());
        }

        @Override
        public void partners(StorageSettings storage, PartnersSettings settings) {
            done.add("partners on " + settings.port() + " with " + storage.dataDir());
        }

        @Override
        public void migrate(StorageSettings storage) {
            done.add("migrate");
        }

        @Override
        public void rebuild(StorageSettings storage) {
            done.add("rebuild");
        }

        @Override
        public void republish(StorageSettings storage, Instant moment) {
            done.add("republish since " + moment);
        }
    }
}
