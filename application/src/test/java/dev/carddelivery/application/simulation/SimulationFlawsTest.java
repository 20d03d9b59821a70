package dev.carddelivery.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.simulation.Simulation.Run;
import io.vavr.collection.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A simulation that finds nothing proves something only if it finds what is wrong. */
class SimulationFlawsTest {

    private static final int SEEDS = 300;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACKNOWLEDGED_BEFORE_DURABLE | a fulfilled wish does not stand once in the history
            CHECKPOINT_BEFORE_WORK      | was told
            CARD_PER_MESSAGE            | the bureau makes a second card
            NOTHING_PARKED              | was taken, and is neither recorded nor laid aside
            """)
    void aMissingSafeguardIsNoticed(Flaw flaw, String noticed) {
        Stream<String> violations =
                Stream.rangeClosed(1, SEEDS).map(seed -> run(seed, flaw)).flatMap(Run::violation);

        assertThat(violations.find(violation -> violation.contains(noticed))).isNotEmpty();
    }

    @Test
    void aBrokenPromiseIsShownWithItsSeedAndIsBrokenEachTime() {
        Run first = Stream.from(1)
                .map(seed -> run(seed, Flaw.CARD_PER_MESSAGE))
                .find(run -> run.violation().isDefined())
                .get();

        Run again = run(first.seed(), Flaw.CARD_PER_MESSAGE);

        assertThat(again).isEqualTo(first);
        assertThat(first.story(2).lines())
                .hasSize(3)
                .first(InstanceOfAssertFactories.STRING)
                .contains("Seed " + first.seed(), "second card");
        assertThat(run(first.seed(), Flaw.NONE).violation()).isEmpty();
    }

    private static Run run(long seed, Flaw flaw) {
        return Simulation.run(seed, Stores.inMemory(), flaw);
    }
}
