package dev.carddelivery.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.bootstrap.Main;
import dev.carddelivery.bootstrap.chaos.Storm.Victim;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Broker, program and partners, each a process of its own, are killed again and again while orders are under way.
 * {@code -Dchaos.seed=…} takes the chances of an earlier run once more.
 */
@Timeout(300)
@Isolated("it needs the whole machine")
class ChaosIT {

    private static final int ORDERS = 510;
    private static final int MORE_AT_EACH_KILL = 4;
    private static final int CANCELLED_AT_EACH_KILL = 4;

    /** Whoever was killed is missed sooner by those who share its work. */
    private static final Map<String, String> IMPATIENT =
            Map.of("KAFKA_SESSION_TIMEOUT_MS", "1500", "KAFKA_HEARTBEAT_INTERVAL_MS", "300");

    private final long seed = Long.getLong("chaos.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @TempDir
    private Path temp;

    @Test
    void noOrderIsLostOrDoubledAndEachComesToItsEnd() throws Exception {
        System.out.println("-Dchaos.seed=" + seed);
        try (Landscape landscape = new Landscape(temp, IMPATIENT)) {
            ProgramProcess program = landscape.program(Main.class);
            ProgramProcess partners = landscape.partners();
            program.start();
            try (Customers customers = new Customers(program.port(), random)) {
                customers.order(ORDERS);
                partners.start();
                customers.awaitAnswers();

                Vector<Victim> victims = Vector.fill(4, victim(landscape))
                        .appendAll(Vector.fill(7, new Victim("program", program::kill, program::start)))
                        .appendAll(Vector.fill(9, new Victim("partners", partners::kill, partners::start)));
                Vector<Integer> underWay = new Storm(random, landscape.progress()).rage(shuffled(victims), () -> {
                    customers.order(MORE_AT_EACH_KILL);
                    customers.cancel(CANCELLED_AT_EACH_KILL);
                });
                assertThat(underWay).hasSize(20).allMatch(orders -> orders > 0);
                assertThat(underWay.head()).isGreaterThanOrEqualTo(500);

                Set<UUID> acknowledged = customers.awaitAnswers();
                landscape.progress().awaitEnd();
                assertThat(landscape.judge().findings(acknowledged)).isEmpty();
                assertThat(landscape.progress().statuses())
                        .as("delivered, taken back in time, and recalled")
                        .containsExactlyInAnyOrder("delivered", "cancelled", "returned");
            }
        }
    }

    private static Victim victim(Landscape landscape) {
        return new Victim("broker", landscape.broker()::kill, landscape.broker()::start);
    }

    private Vector<Victim> shuffled(Vector<Victim> victims) {
        List<Victim> order = victims.toJavaList();
        Collections.shuffle(order, random);
        return Vector.ofAll(order);
    }
}
