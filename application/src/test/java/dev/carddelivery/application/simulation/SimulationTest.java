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
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The whole program in a thousand worlds in which everything goes wrong that can. A world that breaks a promise is
 * printed with its seed; {@code -Dtest=SimulationTest -Dsimulation.seed=…} shows it from its beginning.
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
    void norIsOneInWorldsThatNobodyHasSeenYet(TestReporter reporter) {
        long first = new SecureRandom().nextLong();
        reporter.publishEntry("first fresh seed", Long.toString(first));

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

    @Test
    @EnabledIfSystemProperty(named = "simulation.seed", matches = "-?\\d+")
    void oneWorldFromItsBeginning() {
        Run run = Simulation.run(Long.getLong("simulation.seed"), Stores.inMemory());
        System.out.println(run.story(Integer.MAX_VALUE));

        assertThat(run.violation()).isEmpty();
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
