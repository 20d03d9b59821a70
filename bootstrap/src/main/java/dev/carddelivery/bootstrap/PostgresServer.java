package dev.carddelivery.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The server of one folder, made, started and stopped by the programs that come with PostgreSQL.
 *
 * @param home the folder that holds {@code bin/postgres}
 * @param folder where the server's files, its log and its superuser's password are
 */
record PostgresServer(Path home, Path folder) {

    static final String USER = "postgres";

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final String PASSWORD = "carddelivery.password";

    /**
     * What the server is told at each start; it outranks the files in the data folder. Commits survive a power cut,
     * only this machine can connect, and no failed statement leaves its values in the log. The rest of it: the working
     * set of a busy demo fits into memory, and checkpoints, after which every page is logged once in full, stay rare.
     */
    private static final List<String> OPTIONS = List.of(
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_messages=log",
            "shared_buffers=256MB",
            "min_wal_size=512MB",
            "max_wal_size=4GB");

    /** The server's files. The folder is there only when they are complete. */
    Path data() {
        return dataIn(folder);
    }

    /** Where the files of the server of a folder are, if it has one. */
    static Path dataIn(Path folder) {
        return folder.resolve("postgres");
    }

    /** Where a running server writes its pid, in the first line. */
    Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    /** What the programs and the server have to say, since the last start. */
    Path log() {
        return folder.resolve("postgres.log");
    }

    /** File with the password of {@link #USER}, as old as the server's files. */
    Path password() {
        return data().resolve(PASSWORD);
    }

    /**
     * Makes the server's files. They get their place when they are complete.
     *
     * @param unfinished for what is not complete yet; on the same file system
     * @param password of {@link #USER}
     * @throws IOException when that fails, with the end of the log
     */
    void initialise(Path unfinished, Secret password) throws IOException {
        var passwordFile = Files.createFile(unfinished.resolve(PASSWORD), OWNER_ONLY);
        Files.writeString(passwordFile, password.reveal() + "\n", StandardOpenOption.SYNC);
        var half = Files.createTempDirectory(unfinished, "postgres-");
        run(
                "initdb",
                "--pgdata=" + half,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--set=scram_iterations=1", // many make guessing costly, and 24 random bytes cannot be guessed
                "--encoding=UTF8",
                "--locale=C", // with the next two: the same order of letters on every system
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.move(passwordFile, half.resolve(PASSWORD));
        FileTree.force(half);
        Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Starts the server and returns when it takes connections; after a crash, when it has recovered.
     *
     * @param port where it shall listen
     * @throws IOException when it does not start, with the end of the log
     */
    void start(int port) throws IOException {
        var options = "-p " + port + " -c " + String.join(" -c ", OPTIONS);
        run("pg_ctl", "start", "-D", data() + "", "-l", log() + "", "-o", options, "-w", "-t", "300");
    }

    /**
     * Ends all connections and stops the server, so that nothing is left to recover.
     *
     * @throws IOException when it has not stopped after a minute
     */
    void stop() throws IOException {
        run("pg_ctl", "stop", "-D", data() + "", "-m", "fast", "-w", "-t", "60");
    }

    /** Runs a program to its end, however often this thread is interrupted meanwhile. */
    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(Unprivileged.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        Collections.addAll(command, arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        int exit = builder.start().onExit().join().exitValue();
        if (exit != 0) {
            throw new IOException("%s ended with %d. The end of %s:%n  %s"
                    .formatted(program, exit, log(), String.join("%n  ".formatted(), lastLines())));
        }
    }

    private List<String> lastLines() throws IOException {
        var lines = Files.readAllLines(log());
        return lines.subList(Math.max(0, lines.size() - 8), lines.size());
    }
}
