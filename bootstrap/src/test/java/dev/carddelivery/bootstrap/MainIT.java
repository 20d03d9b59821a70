package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process of its own can show: signals and exit codes. */
@Timeout(60)
class MainIT {

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void aFolderForTheFirstStart() {
        folder = temp.resolve("new");
    }

    /** SIGINT goes the same way, but a process that was started in the background never sees it. */
    @Test
    void aSignalClosesEverythingAndStopsTheDatabaseInGoodOrder() throws Exception {
        folder = Databases.folder(temp);
        try (var program = start("serve")) {
            program.awaitLine("serving");
            program.signal("TERM");

            assertThat(program.remainingLines()).containsExactly("closed");
            assertThat(program.awaitExit()).isEqualTo(143);
        }
        assertThat(Databases.processes(folder).running()).isEmpty();
        assertThat(Databases.log(folder)).contains("database system is shut down");
    }

    @Test
    void aSignalWhileTheDatabaseIsBeingMadeLeavesNothingRunning() throws Exception {
        try (var program = start()) {
            await().atMost(Duration.ofSeconds(50)).until(this::isBeingMade);
            program.signal("TERM");

            assertThat(program.remainingLines())
                    .contains("closed")
                    .noneMatch(line -> line.startsWith("serving") || line.contains("Exception"));
            assertThat(program.awaitExit()).isEqualTo(143);
        }
        assertThat(Databases.processes(folder).running()).isEmpty();
    }

    @Test
    void whatFailsBecauseOfTheSignalIsNoNews() throws Exception {
        try (var program = start("rebuild")) {
            program.awaitLine("rebuilding");
            program.signal("TERM");

            assertThat(program.remainingLines()).isEmpty();
            assertThat(program.awaitExit()).isEqualTo(143);
        }
    }

    @ParameterizedTest
    @CsvSource({"version, 0", "migrate, 1", "no-such-command, 2"})
    void theExitCodeTellsHowItWent(String command, int exitCode) throws Exception {
        try (var program = start(command)) {
            assertThat(program.awaitExit()).isEqualTo(exitCode);
        }
    }

    @ParameterizedTest
    @CsvSource({"version, Card Delivery", "--version, Card Delivery", "--help, card-delivery"})
    void theProgramTellsAboutItselfWithoutADatabase(String argument, String name) throws Exception {
        try (var program = ChildJvm.start(Main.class, Map.of("DATA_DIR", folder.toString()), argument)) {
            assertThat(program.remainingLines())
                    .anyMatch(line -> line.contains(name))
                    .noneMatch(line -> line.contains("Exception"));
            assertThat(program.awaitExit()).isZero();
        }
        assertThat(folder).doesNotExist();
    }

    private boolean isBeingMade() {
        var unfinished = folder.resolve("unfinished").toFile().list();
        return unfinished != null && Arrays.stream(unfinished).anyMatch(name -> name.startsWith("postgres-"));
    }

    private ChildJvm start(String... arguments) throws IOException {
        return ChildJvm.start(SignalledProgram.class, Map.of("DATA_DIR", folder.toString()), arguments);
    }
}
