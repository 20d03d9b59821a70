package dev.carddelivery.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that belongs to this program and keeps its data in a folder. The next start finds what this one stored,
 * also when this one was killed: commits are on the disk before they are answered. A server that ends though nobody
 * stopped it is started again.
 *
 * <p>It uses the programs that {@code io.zonky.test.postgres} packs, but not zonky's way of starting them. That is made
 * for tests: it turns fsync off, trusts every user of the machine, keeps for good a copy of the programs that was half
 * unpacked when it was killed, and learns only from the clock that a server does not start.
 *
 * <p>In the folder: {@code postgres} (the server's files), {@code postgres.log} and the one before it,
 * {@code programs}, {@code unfinished} (of no use after a start) and {@code lock}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FolderLock lock;
    private final PostgresWatch watch;
    private final Secret password;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(FolderLock lock, PostgresWatch watch, Secret password, int port) {
        this.lock = lock;
        this.watch = watch;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts it; the first time it is made first, which takes some seconds.
     *
     * @param folder is made if absent, for this user only; one program at a time can use it
     * @throws StartupException when it does not start; says why and what to do
     * @throws InterruptedException when an interrupt kept it from starting; then nothing is left running
     */
    public static EmbeddedDatabase start(Path folder) throws InterruptedException {
        try {
            var ownerOnly = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
            return start(folder.toRealPath(), FolderLock.take(folder.toRealPath()));
        } catch (IOException e) {
            if (Thread.interrupted()) { // an interrupt closes the file that is being worked on
                throw new InterruptedException();
            }
            throw didNotStart(folder, e);
        }
    }

    private static EmbeddedDatabase start(Path folder, FolderLock lock) throws IOException {
        var processes = new PostgresProcesses(folder.resolve("programs"), folder);
        try {
            if (!processes.running().isEmpty()) {
                LOG.warn("An earlier run was killed and left its PostgreSQL behind; stopping that first");
            }
            processes.end();
            var server = prepare(folder);
            int port = freePort();
            server.start(port);
            LOG.info("PostgreSQL is ready on 127.0.0.1:{}, its files are in {}", port, server.data());
            var password = new Secret(Files.readString(server.password()).strip());
            return new EmbeddedDatabase(lock, PostgresWatch.begin(server, processes, port), password, port);
        } catch (IOException | RuntimeException e) {
            try (lock) {
                processes.end();
            }
            throw e;
        }
    }

    private static PostgresServer prepare(Path folder) throws IOException {
        var unfinished = folder.resolve("unfinished");
        FileTree.delete(unfinished);
        Files.createDirectory(unfinished);
        var server = new PostgresServer(PostgresPrograms.unpack(folder.resolve("programs"), unfinished), folder);
        if (Files.exists(server.log())) {
            Files.move(server.log(), folder.resolve("postgres.before.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(server.data())) {
            LOG.info("Making the embedded PostgreSQL, this once");
            server.initialise(unfinished, randomPassword());
        }
        FileTree.force(folder);
        return server;
    }

    private static Secret randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static StartupException didNotStart(Path folder, IOException cause) {
        var what = cause instanceof FileSystemException ? cause.toString() : cause.getMessage();
        return new StartupException("""
                The embedded PostgreSQL in %s did not start: %s
                Remove the cause (is the disk full? are the files this user's?), or set DATA_DIR to another folder, \
                or DATABASE_URL to a PostgreSQL of your own.""".formatted(folder.toAbsolutePath(), what), cause);
    }

    /** Where to connect to; holds no password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Whom to connect as. */
    public String user() {
        return PostgresServer.USER;
    }

    /** The user's password, which was made up when the database was. */
    public Secret password() {
        return password;
    }

    /** Stops it: open transactions are rolled back, everything committed stays. Closing it twice is fine. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) { // the folder may be somebody else's by now
            return;
        }
        try (lock) {
            watch.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
