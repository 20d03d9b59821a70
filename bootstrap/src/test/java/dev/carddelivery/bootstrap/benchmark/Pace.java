package dev.carddelivery.bootstrap.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls evenly spread over time, whatever becomes of the earlier ones.
 *
 * @param writers how many connections share them
 * @param perSecond how many calls are due in a second
 */
record Pace(int writers, int perSecond) {

    /** One call. */
    interface Call {

        /** Makes the call of this number, counted from 0. */
        void make(HttpConnection connection, int number) throws IOException;
    }

    /** Makes {@code count} calls; one that fails fails the run. */
    void make(int count, int port, Call call) throws Exception {
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (int writer = 0; writer < writers; writer++) {
                int first = writer;
                running.add(threads.submit(() -> {
                    try (HttpConnection connection = new HttpConnection(port)) {
                        for (int i = first; i < count; i += writers) {
                            awaitTime(start + i * (TimeUnit.SECONDS.toNanos(1) / perSecond));
                            call.make(connection, i);
                        }
                    }
                    return null;
                }));
            }
        }
        for (Future<?> writer : running) {
            writer.get();
        }
    }

    private static void awaitTime(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
