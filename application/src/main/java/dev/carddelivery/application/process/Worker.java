package dev.carddelivery.application.process;

import dev.carddelivery.application.port.Leadership;
import dev.carddelivery.application.port.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Repeats a step in a thread of its own until it is closed, as long as this instance leads. A step that fails is logged
 * and tried again after a pause, for ever: the log waits for it, and nothing is skipped. Failures in a row make the
 * pause longer, since each try costs what it reads before it fails.
 */
public final class Worker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);
    private static final Duration REST_OF_FOLLOWERS = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final String name;
    private final Leadership leadership;
    private final Step step;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** Only for this worker's thread. */
    private int failures;

    /** What a worker repeats. */
    @FunctionalInterface
    public interface Step {

        /**
         * Does a bounded amount of work.
         *
         * @return how long to rest before the next step
         */
        Duration run() throws InterruptedException;
    }

    private Worker(String name, Leadership leadership, Step step) {
        this.name = name;
        this.leadership = leadership;
        this.step = step;
        // A platform thread: interrupting a virtual one would close the connection it is reading from.
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::work);
    }

    /** Starts a worker. */
    public static Worker start(String name, Leadership leadership, Step step) {
        Worker worker = new Worker(name, leadership, step);
        worker.thread.start();
        return worker;
    }

    /** Interrupts the present step and waits a while for its end. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            Duration rest = Duration.ZERO;
            while (!closing.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                rest = tryStep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration tryStep() throws InterruptedException {
        try {
            Duration rest = leadership.isLeader() ? step.run() : REST_OF_FOLLOWERS;
            failures = 0;
            return rest;
        } catch (StoreUnavailable e) {
            Duration rest = restAfterFailure();
            LOG.log(System.Logger.Level.WARNING, again(name + " will be tried again", rest) + ": " + e.getMessage());
            return rest;
        } catch (RuntimeException | Error e) {
            Duration rest = restAfterFailure();
            if (closing.getCount() > 0) {
                LOG.log(System.Logger.Level.WARNING, again(name + " failed and will be tried again", rest), e);
            }
            return rest;
        }
    }

    private Duration restAfterFailure() {
        Duration rest = REST_AFTER_FAILURE.multipliedBy(1L << Math.min(failures, 10));
        failures++;
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    private static String again(String what, Duration rest) {
        return what + " in " + rest.toMillis() + " ms";
    }
}
