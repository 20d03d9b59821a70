package dev.carddelivery.bootstrap;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a server again that has ended though nobody stopped it, on the same port: whoever has connections there opens
 * others. Ends the server when it is closed.
 *
 * <p>Where only one of the server's processes dies the server sees to that itself; here it is about the server as a
 * whole, as when the system kills it for want of memory.
 */
final class PostgresWatch {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);
    private static final Duration LOOK = Duration.ofMillis(300);

    /** Nobody else starts it, so there is no last try. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** A server that has run as long as this has recovered from whatever had ended it. */
    private static final Duration LASTING = Duration.ofMinutes(1);

    private final PostgresServer server;
    private final PostgresProcesses processes;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private PostgresWatch(PostgresServer server, PostgresProcesses processes, int port) {
        this.server = server;
        this.processes = processes;
        this.port = port;
    }

    /** Begins to watch a server that has just been started on {@code port}. */
    static PostgresWatch begin(PostgresServer server, PostgresProcesses processes, int port) {
        var watch = new PostgresWatch(server, processes, port);
        // A platform thread: it waits for processes, and reads files.
        Thread.ofPlatform().daemon().name("postgres-watch").start(watch::work);
        return watch;
    }

    /** Ends the watch, and the server in good order. Interrupts do not keep it from that. */
    void close() throws IOException {
        closing.countDown();
        do {
            processes.end(); // also a start that is under way
        } while (!hasEnded());
        processes.end();
    }

    private boolean hasEnded() {
        ended.copy()
                .completeOnTimeout(null, LOOK.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return ended.isDone();
    }

    private void work() {
        try {
            var running = processes.server();
            int starts = 0;
            long since = System.nanoTime();
            while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (running.filter(processes::includes).isDefined()) {
                    continue;
                }
                starts = System.nanoTime() - since > LASTING.toNanos() ? 0 : starts;
                if (closing.await(pauseAfter(starts).toSeconds(), TimeUnit.SECONDS)) {
                    return;
                }
                starts++;
                start(starts);
                running = processes.server();
                since = System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.complete(null);
        }
    }

    /** The longer, the more starts in a row were of no use. */
    static Duration pauseAfter(int starts) {
        Duration pause = Duration.ofSeconds((1L << Math.min(starts, 10)) / 2);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** @param count which start in a row this is; of the first it is told why it is needed */
    private void start(int count) {
        if (count == 1) {
            LOG.warn("PostgreSQL has ended though nobody stopped it; starting it again");
        }
        try {
            processes.end();
            if (closing.getCount() > 0) {
                server.start(port);
                LOG.info("PostgreSQL is ready again");
            }
        } catch (IOException | RuntimeException e) {
            if (closing.getCount() > 0) {
                LOG.warn(
                        "PostgreSQL did not start again, which will be tried again in {} s: {}",
                        pauseAfter(count).toSeconds(),
                        e.getMessage());
            }
        }
    }
}
