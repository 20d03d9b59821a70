package dev.carddelivery.bootstrap.chaos;

import dev.carddelivery.bootstrap.chaos.Progress.Kind;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Kills processes at moments that chance takes from the orders' progress, and starts each again at once, while others
 * may still be starting.
 */
final class Storm {

    /** In events. */
    private static final int LONGEST_LULL = 30;

    private final Random random;
    private final Progress progress;

    Storm(Random random, Progress progress) {
        this.random = random;
        this.progress = progress;
    }

    /** A process that can be killed and started again. */
    record Victim(String name, Runnable kill, Start start) {

        /** Returns when the process works. */
        interface Start {
            void run() throws IOException;
        }
    }

    /**
     * Kills one after the other, and returns when all are there again.
     *
     * @param beforeEach what else happens before each kill
     * @return how many orders were under way at each of the kills
     */
    Vector<Integer> rage(Seq<Victim> victims, Runnable beforeEach) throws Exception {
        Vector<Integer> underWay = Vector.empty();
        Map<Victim, Future<?>> starting = new HashMap<>();
        try (ExecutorService starts = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Victim victim : victims) {
                if (starting.containsKey(victim)) {
                    starting.get(victim).get();
                }
                beforeEach.run();
                progress.awaitMore(
                        random.nextInt(3) == 0 ? Kind.REPORTS : Kind.EVENTS, 1 + random.nextInt(LONGEST_LULL));
                underWay = underWay.append(progress.underWay());
                victim.kill().run();
                System.out.printf(
                        "%tT: killed the %s, with %d orders under way%n",
                        LocalTime.now(), victim.name(), underWay.last());
                starting.put(victim, starts.submit(() -> {
                    victim.start().run();
                    return null;
                }));
            }
            for (Future<?> start : starting.values()) {
                start.get();
            }
        }
        return underWay;
    }
}
