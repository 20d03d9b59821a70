package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Databases.log;
import static dev.carddelivery.bootstrap.Databases.processes;
import static dev.carddelivery.bootstrap.Databases.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded database makes of what a killed run has left behind. */
@Timeout(120)
class EmbeddedDatabaseRecoveryIT {

    private static final String STORED = "stored ";

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Databases.folder(temp);
    }

    @Test
    void stopsTheServerThatWasLeftBehindAndFindsWhatWasCommitted() throws Exception {
        int acknowledged = runAndKill();
        var orphans = processes(folder).running();
        assertThat(orphans).as("the server goes on without its program").contains(server());

        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(processes(folder).running()).isNotEmpty().doesNotContainAnyElementsOf(orphans);
            assertStored(database, acknowledged);
        }
        assertThat(log(folder)).as("the orphan was stopped in good order").doesNotContain("recovery");
    }

    @Test
    void endsChildrenThatHangOnWithoutTheirServerAndRecovers() throws Exception {
        int acknowledged = runAndKill();
        var children = server().children().toList();
        var busy = children.getFirst();
        ChildJvm.signal("STOP", busy); // too busy to see that its server has gone
        server().destroyForcibly();
        await().untilAsserted(() -> assertThat(processes(folder).running()).containsExactly(busy));

        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(processes(folder).running()).isNotEmpty().doesNotContainAnyElementsOf(children);
            assertStored(database, acknowledged);
        }
        assertThat(log(folder)).contains("automatic recovery in progress");
    }

    @Test
    void aPidFileThatNamesSomebodyElsesProcessNeitherStopsItNorTheStart() throws Exception {
        int acknowledged = runAndKill();
        var lines = Files.readAllLines(pidFile());
        server().destroyForcibly();
        await().until(() -> processes(folder).running().isEmpty());

        var somebodyElse = new ProcessBuilder("sleep", "600").start();
        try {
            lines.set(0, Long.toString(somebodyElse.pid()));
            Files.write(pidFile(), lines);
            try (var database = EmbeddedDatabase.start(folder)) {
                assertStored(database, acknowledged);
            }
            assertThat(somebodyElse.isAlive()).isTrue();
        } finally {
            somebodyElse.destroyForcibly();
        }
    }

    @Test
    void aFirstStartThatWasCutShortIsBegunAnew() throws Exception {
        folder = temp.resolve("new");
        var unfinished = folder.resolve("unfinished");
        Files.writeString(
                Files.createDirectories(unfinished.resolve("programs-1/bin")).resolve("initdb"), "half of it");
        Files.writeString(
                Files.createDirectories(unfinished.resolve("postgres-1/base")).resolve("1"), "half of it");

        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(query(database, "select 'there'")).containsExactly("there");
        }
        assertThat(unfinished).isEmptyDirectory();
    }

    /** Stores numbers from 1 on, and tells the last one that was acknowledged before the kill. */
    private int runAndKill() throws IOException {
        try (var program = ChildJvm.start(StoringProgram.class, Map.of(), folder.toString())) {
            program.awaitLine(STORED + 100);
            program.kill();
            return program.remainingLines().stream()
                    .filter(line -> line.matches(STORED + "\\d+"))
                    .mapToInt(line -> Integer.parseInt(line.substring(STORED.length())))
                    .max()
                    .orElse(100);
        }
    }

    /** One more may be there, whose commit was under way when the program was killed. */
    private static void assertStored(EmbeddedDatabase database, int acknowledged) throws SQLException {
        var numbers = query(database, "select number from stored order by number");
        assertThat(numbers).hasSizeBetween(acknowledged, acknowledged + 1);
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    private ProcessHandle server() throws IOException {
        var pid = Files.readAllLines(pidFile()).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private Path pidFile() {
        return folder.resolve("postgres/postmaster.pid");
    }
}
