package dev.carddelivery.bootstrap;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes of a folder's server, whoever started it: this run, or one that was killed and has left its server
 * running, or only the server's children, which hold the shared memory that a new server needs.
 *
 * <p>A process is among them when the program it runs lies in the folder, for nobody else runs programs from there. So
 * a pid that has meanwhile gone to another process is never touched.
 *
 * @param programs where the programs of this and of earlier versions are; a real path
 * @param folder where the server's files are
 */
record PostgresProcesses(Path programs, Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcesses.class);

    /** After how many looks those that have not ended by themselves are killed, and after how many we give up. */
    private static final int KILL = 20;

    private static final int GIVE_UP = 200;

    /** Those that run now. */
    List<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(this::includes).toList();
    }

    /** Whether a process is one of them, and still runs. */
    boolean includes(ProcessHandle process) {
        return program(process).startsWith(programs);
    }

    /** The one of them that the others are children of, if it runs. */
    Option<ProcessHandle> server() {
        return Option.ofOptional(running().stream().filter(this::isServer).findFirst());
    }

    /**
     * Ends them all: the server in good order, and by force what does not end then.
     *
     * @throws StartupException when they do not end
     */
    void end() throws IOException {
        server().forEach(this::stop);
        for (int round = 0; !running().isEmpty(); round++) {
            if (round == GIVE_UP) {
                throw new StartupException("PostgreSQL's processes %s do not end. End them by hand (kill -9)."
                        .formatted(running().stream().map(ProcessHandle::pid).toList()));
            }
            if (round >= KILL) {
                running().forEach(ProcessHandle::destroyForcibly);
            }
            awaitEnd(running());
        }
        // PostgreSQL would refuse to start if the pid in it were somebody else's by now.
        Files.deleteIfExists(new PostgresServer(programs, folder).pidFile());
    }

    /** Waits shortly, for the end of a process that nobody reaps, as in some containers, is never reported. */
    private static void awaitEnd(List<ProcessHandle> processes) {
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, 50, TimeUnit.MILLISECONDS)
                .join();
    }

    private boolean isServer(ProcessHandle process) {
        try {
            var lines = Files.readAllLines(new PostgresServer(programs, folder).pidFile());
            return !lines.isEmpty() && lines.getFirst().strip().equals(Long.toString(process.pid()));
        } catch (IOException e) {
            return false;
        }
    }

    private void stop(ProcessHandle server) {
        var home = program(server).resolve("../..").normalize();
        try {
            new PostgresServer(home, folder).stop();
        } catch (IOException e) {
            LOG.warn("PostgreSQL does not stop ({}), so it is killed; the next start recovers", e.getMessage());
        }
    }

    /** The empty path for processes of other users, and for those that have ended. */
    private static Path program(ProcessHandle process) {
        return Path.of(process.info().command().orElse(""));
    }
}
