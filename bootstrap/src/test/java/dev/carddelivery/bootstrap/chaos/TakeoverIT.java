package dev.carddelivery.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.bootstrap.Main;
import dev.carddelivery.bootstrap.chaos.Progress.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Two instances of the program on one database and one broker, with the settings that it has by itself. */
@Timeout(240)
@Isolated("it measures how long a takeover takes")
class TakeoverIT {

    private static final int ORDERS_THROUGH_EACH = 60;
    private static final Duration TAKEOVER = Duration.ofSeconds(10);

    @TempDir
    private Path temp;

    @Test
    void theOtherOneTakesOverInSecondsAndTellsAllInItsOrder() throws Exception {
        try (Landscape landscape = new Landscape(temp, Map.of())) {
            ProgramProcess first = landscape.program(Main.class);
            ProgramProcess second = landscape.program(Main.class);
            ProgramProcess partners = landscape.partners();
            first.start();
            try (Customers ofFirst = new Customers(first.port(), new Random())) {
                ofFirst.order(1);
                ofFirst.awaitAnswers();
                landscape.progress().awaitReactions(); // so it is the first one that leads
                second.start();
                partners.start();
                try (Customers ofSecond = new Customers(second.port(), new Random())) {
                    awaitTakeover(landscape, first, ofFirst, ofSecond);
                    first.start();

                    Set<UUID> acknowledged = new HashSet<>(ofFirst.awaitAnswers());
                    acknowledged.addAll(ofSecond.awaitAnswers());
                    landscape.progress().awaitEnd();
                    assertThat(landscape.judge().findings(acknowledged)).isEmpty();
                    assertThat(landscape.progress().statuses()).containsExactly("delivered");
                }
            }
        }
    }

    /**
     * Kills the leading one in the middle of its work; the other one tells of an order that was placed after that, and
     * sees all orders through.
     */
    private static void awaitTakeover(
            Landscape landscape, ProgramProcess leading, Customers ofLeading, Customers ofOther) throws Exception {
        ofLeading.order(ORDERS_THROUGH_EACH);
        ofOther.order(ORDERS_THROUGH_EACH);
        landscape.progress().awaitMore(Kind.REPORTS, 20);

        leading.kill();
        long killed = System.nanoTime();
        landscape.progress().awaitTold(ofOther.order(1).head());
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(TAKEOVER);
        landscape.progress().awaitEnd(); // so it takes in the reports as well
    }
}
