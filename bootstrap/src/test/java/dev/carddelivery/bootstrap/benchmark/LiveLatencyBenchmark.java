package dev.carddelivery.bootstrap.benchmark;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.bootstrap.DemoCustomer;
import dev.carddelivery.bootstrap.EmbeddedDatabase;
import dev.carddelivery.bootstrap.Instance;
import dev.carddelivery.bootstrap.Settings;
import dev.carddelivery.bootstrap.TemporaryFolder;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long after a change the clients know of it: many open streams at one instance, changes made at another one on the
 * same database. The commit lies between the moment before the request that makes the change and the moment after its
 * answer, so the time since the former is an upper bound of what is promised. The clients, both instances and the
 * database share this machine. Started by {@code mvn -Pbenchmark}.
 */
public final class LiveLatencyBenchmark {

    private static final int STREAMS = 1_000;
    private static final Pace PACE = new Pace(8, 200);

    /** In each round every order is changed once. */
    private static final int WARM_UP_ROUNDS = 2;

    private static final int ROUNDS = 4;

    private final List<UUID> orders =
            Stream.generate(UUID::randomUUID).limit(STREAMS).toList();
    private final List<StatusStream> streams = new ArrayList<>();
    private final Semaphore arrived = new Semaphore(0);
    private final long[] sent = new long[STREAMS];
    private final long[] answered = new long[STREAMS];
    private final int writingPort;
    private final String token;

    private LiveLatencyBenchmark(int writingPort, DemoCustomer customer) {
        this.writingPort = writingPort;
        this.token = customer.token();
    }

    /** Prints how long events took, from the request and from the answer. */
    public static void main(String[] arguments) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create("card-delivery-benchmark")) {
            run(folder.path());
        }
    }

    private static void run(Path folder) throws Exception {
        // In a day this long no partner reports meanwhile, so that each version is known to be one of ours.
        Settings settings = Settings.from(Map.of("PORT", "0", "DATA_DIR", folder.toString(), "DEMO_DAY", "PT24H"))
                .get();
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder);
                Database one = connect(server);
                Database other = connect(server)) {
            one.migrate();
            // The first one sequences the log, so that each change has to be found there: the longer way.
            try (Instance watched = Instance.start(settings, one);
                    Instance written = Instance.start(settings, other);
                    DemoCustomer customer = new DemoCustomer(written.port())) {
                new LiveLatencyBenchmark(written.port(), customer).run(watched.port());
            }
        }
    }

    private static Database connect(EmbeddedDatabase server) {
        return new Database(
                server.jdbcUrl(),
                Option.some(server.user()),
                Option.some(server.password().reveal()));
    }

    private void run(int watchedPort) throws Exception {
        eachOrder("POST", order -> "", DemoCustomer::order, 201);
        try {
            for (UUID order : orders) {
                streams.add(StatusStream.open(watchedPort, token, order, arrived::release));
            }
            awaitEvents(1);
            List<long[]> sinceRequest = new ArrayList<>();
            List<long[]> sinceAnswer = new ArrayList<>();
            for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
                String change = "{\"cardInfo\":{\"embossingName\":\"IVAN PETROV " + (char) ('A' + round) + "\"}}";
                eachOrder("PATCH", order -> "/" + order, order -> change, 200);
                awaitEvents(round + 2);
                if (round >= WARM_UP_ROUNDS) {
                    sinceRequest.add(delays(round + 2, sent));
                    sinceAnswer.add(delays(round + 2, answered));
                }
            }
            System.out.println(STREAMS + " streams at one instance, " + PACE.perSecond()
                    + " changes a second at another: from commit to client");
            System.out.println("  at most (since the request): " + summary(sinceRequest));
            System.out.println("  at least (since the answer): " + summary(sinceAnswer));
        } finally {
            for (StatusStream stream : streams) {
                stream.close();
            }
        }
    }

    private interface Text {
        String of(UUID order);
    }

    /** One request for each order, evenly spread over time. */
    private void eachOrder(String method, Text path, Text body, int expected) throws Exception {
        PACE.make(STREAMS, writingPort, (connection, i) -> {
            UUID order = orders.get(i);
            sent[i] = System.nanoTime();
            int status = connection.send(
                    method,
                    "/api/v1/orders" + path.of(order),
                    token,
                    body.of(order).getBytes(StandardCharsets.UTF_8));
            answered[i] = System.nanoTime();
            if (status != expected) {
                throw new IOException(method + " answered " + status);
            }
        });
    }

    private void awaitEvents(int version) throws InterruptedException {
        if (!arrived.tryAcquire(STREAMS, Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "Of version " + version + " only " + arrived.availablePermits() + " events have arrived");
        }
    }

    private long[] delays(int version, long[] since) {
        return IntStream.range(0, STREAMS)
                .mapToLong(i -> streams.get(i).arrival(version) - since[i])
                .toArray();
    }

    private static String summary(List<long[]> delays) {
        long[] sorted = delays.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, max %.1f ms",
                Load.at(sorted, 0.50),
                Load.at(sorted, 0.99),
                Load.at(sorted, 1));
    }
}
