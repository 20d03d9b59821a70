package dev.carddelivery.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.simulation.Simulation.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Shows one world from its beginning: {@code mvn -pl application -am test -Dsimulation.seed=…}. */
@EnabledIfSystemProperty(named = SimulationReplayTest.SEED, matches = "-?\\d+")
class SimulationReplayTest {

    static final String SEED = "simulation.seed";

    @Test
    void theWorldOfThisSeed() {
        Run run = Simulation.run(Long.getLong(SEED), Stores.inMemory());
        System.err.println(run.story(Integer.MAX_VALUE));

        assertThat(run.violation()).isEmpty();
    }
}
