package dev.carddelivery.application;

import io.vavr.collection.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Lets many threads do something at the same moment. */
public final class Simultaneously {

    private static final int PATIENCE_SECONDS = 30;

    private Simultaneously() {}

    /**
     * Runs one task in each of {@code threads} threads, all let loose together.
     *
     * @param task makes the task of the thread with this number, from 0
     * @return what each of them returned, by its number
     */
    public static <T> Vector<T> run(int threads, IntFunction<Callable<T>> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Vector<Future<T>> running = Vector.range(0, threads)
                    .map(number -> executor.submit(() -> {
                        start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        return task.apply(number).call();
                    }));
            Vector<T> results = Vector.empty();
            for (Future<T> each : running) {
                results = results.append(each.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        }
    }
}
