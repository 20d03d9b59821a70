package dev.carddelivery.bootstrap.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that are connected for good, and work side by side whenever they are let. */
final class Clients implements AutoCloseable {

    /** One client; it does one thing after the other. */
    interface Client extends AutoCloseable {
        void once() throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** What another client is made of. */
    interface Change {
        Client of(Client client) throws Exception;
    }

    /** How a client comes to be. */
    interface Connect {
        Client connect() throws Exception;
    }

    private final List<Client> clients = new ArrayList<>();

    /** Connects {@code count} clients. */
    static Clients connect(int count, Connect connect) throws Exception {
        Clients clients = new Clients();
        for (int i = 0; i < count; i++) {
            clients.clients.add(connect.connect());
        }
        return clients;
    }

    /** As many others, each made of one of these; they are not closed by themselves. */
    Clients map(Change change) throws Exception {
        Clients changed = new Clients();
        for (Client client : clients) {
            changed.clients.add(change.of(client));
        }
        return changed;
    }

    /** Lets all of them work for {@code time}; a client that fails fails the run. */
    Load work(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        List<Future<long[]>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            for (Client client : clients) {
                running.add(threads.submit(() -> work(client, end)));
            }
        }
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> client : running) {
            all.add(client.get());
        }
        return new Load(
                time, all.stream().flatMapToLong(Arrays::stream).sorted().toArray());
    }

    private static long[] work(Client client, long end) throws Exception {
        long[] nanos = new long[1_000];
        int count = 0;
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            client.once();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = System.nanoTime() - start;
        }
        return Arrays.copyOf(nanos, count);
    }

    @Override
    public void close() throws IOException, SQLException {
        for (Client client : clients) {
            client.close();
        }
    }
}
