package dev.carddelivery.bootstrap.system;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The same call again and again, evenly spread over time, until it is closed. */
final class SteadyLoad implements AutoCloseable {

    private static final int CALLERS = 8;

    private final long start = System.nanoTime();
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<Took> done = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final long interval;
    private volatile String phase;
    private volatile boolean closed;

    /** What is called; what it throws is a failure. */
    interface Call {
        void make() throws Exception;
    }

    private record Took(String phase, long nanos) {}

    /** Starts, in a first phase of this name. */
    SteadyLoad(int perSecond, String phase, Call call) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.phase = phase;
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.execute(() -> work(call));
        }
    }

    /** From now on calls belong to this phase. */
    void enter(String next) {
        phase = next;
    }

    /** How long the calls of a phase took so far, in nanoseconds, ascending. */
    long[] nanos(String of) {
        return ofPhase(of).mapToLong(Took::nanos).sorted().toArray();
    }

    /** Whether a phase has had so many calls. */
    boolean has(int count, String of) {
        return ofPhase(of).limit(count).count() == count;
    }

    private Stream<Took> ofPhase(String wanted) {
        return done.stream().filter(call -> call.phase().equals(wanted));
    }

    /** What has gone wrong. */
    Queue<Throwable> failures() {
        return failures;
    }

    private void work(Call call) {
        while (!closed) {
            awaitTime(start + calls.getAndIncrement() * interval);
            String present = phase;
            long before = System.nanoTime();
            try {
                call.make();
                done.add(new Took(present, System.nanoTime() - before));
            } catch (Exception | AssertionError e) {
                failures.add(e);
            }
        }
    }

    private static void awaitTime(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Lets the last calls finish. */
    @Override
    public void close() {
        closed = true;
        callers.close();
    }
}
