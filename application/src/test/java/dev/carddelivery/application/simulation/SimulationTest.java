package dev.carddelivery.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.simulation.Simulation.Run;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.Status;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The whole program in a thousand worlds in which everything goes wrong that can. A world that breaks a promise is
 * shown with its seed and its last steps; {@link SimulationReplayTest} shows it from its beginning.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationTest {

    private static final int SEEDS = 1_000;
    private static final int FRESH_SEEDS = 50;
    private static final int LAST_STEPS = 40;

    private Seq<Run> broken = List.empty();
    private Set<Class<?>> events = HashSet.empty();
    private Set<Status> statuses = HashSet.empty();

    @BeforeAll
    void theWorldsTurn() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Stores stores = Stores.inMemory();
            Run run = Simulation.run(seed, stores);
            broken = run.violation().isDefined() ? broken.append(run) : broken;
            stores.log().readAfter(0, Integer.MAX_VALUE).events().forEach(event -> see(stores, event));
        }
    }

    @Test
    void noPromiseIsBroken() {
        assertThat(broken.map(run -> run.story(LAST_STEPS))).isEmpty();
    }

    /** Else all of it would prove little. */
    @Test
    void everythingHappensThatCanHappenToAnOrder() {
        assertThat(events).containsExactlyInAnyOrder(OrderEvent.class.getPermittedSubclasses());
        assertThat(statuses).containsExactlyInAnyOrder(Status.values());
    }

    @Test
    void norIsOneInWorldsThatNobodyHasSeenYet() {
        long first = new SecureRandom().nextInt(SEEDS + 1, Integer.MAX_VALUE);
        System.err.println("Simulated, too: the " + FRESH_SEEDS + " worlds from seed " + first + " on");

        for (long seed = first; seed < first + FRESH_SEEDS; seed++) {
            Run run = Simulation.run(seed, Stores.inMemory());
            assertThat(run.violation()).as(run.story(LAST_STEPS)).isEmpty();
        }
    }

    @Test
    void theSameSeedIsTheSameWorldAndAnotherIsAnother() {
        Vector<Vector<String>> once = Vector.rangeClosed(1, 10).map(SimulationTest::trace);
        Vector<Vector<String>> again = Vector.rangeClosed(1, 10).map(SimulationTest::trace);

        assertThat(again).isEqualTo(once);
        assertThat(once.distinct()).hasSameSizeAs(once);
    }

    private void see(Stores stores, RecordedEvent event) {
        events = events.add(event.event().getClass());
        statuses = statuses.add(stores.orders()
                .load(event.orderId())
                .at(event.version())
                .map(OrderRevision::status)
                .get());
    }

    private static Vector<String> trace(long seed) {
        return Simulation.run(seed, Stores.inMemory()).trace();
    }
}
