package dev.carddelivery.bootstrap.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a number of clients managed side by side, each doing one thing after the other.
 *
 * @param perSecond how many things were done in a second
 * @param p50 how long half of them took at most, in milliseconds
 * @param p99 how long all but a hundredth took at most, in milliseconds
 */
record Load(double perSecond, double p50, double p99) {

    /** One client; it is made, used and closed in one thread. */
    interface Client extends AutoCloseable {
        void once() throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** How a client comes to be. */
    interface Connect {
        Client connect(int number) throws Exception;
    }

    /** Lets {@code clients} work for {@code time}; a client that fails fails the run. */
    static Load of(int clients, Duration time, Connect connect) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        List<Future<long[]>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int number = 0; number < clients; number++) {
                int own = number;
                running.add(threads.submit(() -> work(connect, own, end)));
            }
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> client : running) {
            all.add(client.get());
        }
        long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Load(nanos.length / (time.toNanos() / 1e9), at(nanos, 0.50), at(nanos, 0.99));
    }

    private static long[] work(Connect connect, int number, long end) throws Exception {
        long[] nanos = new long[1_000];
        int count = 0;
        try (Client client = connect.connect(number)) {
            for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                client.once();
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = System.nanoTime() - start;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    /** The time, in milliseconds, that this share of all was done in. */
    static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,.0f/s, p50 %.1f ms, p99 %.1f ms", perSecond, p50, p99);
    }
}
