package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Databases.execute;
import static dev.carddelivery.bootstrap.Databases.log;
import static dev.carddelivery.bootstrap.Databases.processes;
import static dev.carddelivery.bootstrap.Databases.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedDatabaseIT {

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Databases.folder(temp);
    }

    @Test
    void theVeryFirstStartMakesEverythingForItsOwnerOnly() throws Exception {
        folder = temp.resolve("not/there/yet");
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(query(database, "show server_version").getFirst()).startsWith("18.");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void keepsItsDataFromOneStartToTheNextAndLeavesNothingRunning() throws Exception {
        try (var database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table stored as select generate_series(1, 3) as number");
        }
        assertThat(processes(folder).running()).isEmpty();

        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(query(database, "select number from stored order by 1")).containsExactly("1", "2", "3");
        }
        assertThat(log(folder)).contains("was shut down at").doesNotContain("recovery");
    }

    @Test
    void whatItCommitsIsOnTheDisk() throws Exception {
        try (var database = EmbeddedDatabase.start(folder)) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(query(database, "show " + setting)).as(setting).containsExactly("on");
            }
        }
    }

    @Test
    void onlyThisMachineCanReachItAndOnlyWithThePassword() throws Exception {
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(reachableAddresses(database)).containsExactly(InetAddress.getByName("127.0.0.1"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guessed"))
                    .withMessageContaining("password");
        }
    }

    @Test
    void aSecondProgramOnTheSameFolderIsToldWhoHasIt() throws Exception {
        try (var first = EmbeddedDatabase.start(folder)) {
            var whoHasIt = "process " + ProcessHandle.current().pid();
            for (int attempt = 1; attempt <= 2; attempt++) { // a refusal must not cost the first one its lock
                try (var second = ChildJvm.start(StoringProgram.class, Map.of(), folder.toString())) {
                    assertThat(second.remainingLines())
                            .anySatisfy(line -> assertThat(line).contains(folder.toString(), whoHasIt, "DATA_DIR"));
                    assertThat(second.awaitExit()).isNotZero();
                }
                assertThatExceptionOfType(StartupException.class)
                        .isThrownBy(() -> EmbeddedDatabase.start(folder))
                        .withMessageContaining(whoHasIt);
            }
            assertThat(query(first, "select 'still there'")).containsExactly("still there");
        }
    }

    @Test
    void aServerThatDoesNotStartSaysWhyAndWhatToDo() throws Exception {
        EmbeddedDatabase.start(folder).close();
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "12\n");

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(folder))
                .withMessageContaining("initialized by PostgreSQL version 12")
                .withMessageContainingAll(folder.toString(), "DATA_DIR", "DATABASE_URL");
        assertThat(processes(folder).running()).isEmpty();

        Files.writeString(folder.resolve("postgres/PG_VERSION"), "18\n");
        EmbeddedDatabase.start(folder).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldToo() throws Exception {
        var file = Files.createFile(temp.resolve("file"));

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(file.resolve("data")))
                .withMessageContainingAll(file.toString(), "DATA_DIR");
    }

    @Test
    void anInterruptWhileItStartsLeavesNothingRunning() throws Exception {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> EmbeddedDatabase.start(folder));
        assertThat(processes(folder).running()).isEmpty();
    }

    @Test
    void anInterruptDoesNotKeepItFromStoppingInGoodOrder() throws Exception {
        var database = EmbeddedDatabase.start(folder);
        Thread.currentThread().interrupt();
        database.close();

        assertThat(Thread.interrupted()).as("the interrupt is still to be seen").isTrue();
        assertThat(processes(folder).running()).isEmpty();
        assertThat(log(folder)).contains("database system is shut down");
    }

    @Test
    void closingItTwiceDoesNotHarmItsSuccessor() throws Exception {
        var first = EmbeddedDatabase.start(folder);
        first.close();
        try (var second = EmbeddedDatabase.start(folder)) {
            first.close();
            assertThat(query(second, "select 'alive'")).containsExactly("alive");
        }
    }

    private static List<InetAddress> reachableAddresses(EmbeddedDatabase database) throws IOException {
        int port = URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> accepts(address, port))
                .toList();
    }

    private static boolean accepts(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
