package dev.carddelivery.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The control of {@link ChaosIT}: its judge sees what gets lost when something counts as told before the broker has it.
 */
@Timeout(300)
class ChaosControlIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path temp;

    @Test
    void whoForgetsBeforeTheBrokerHasItLosesNews() throws Exception {
        try (Landscape landscape = new Landscape(temp, Map.of())) {
            ProgramProcess program = landscape.program(ForgetfulProgram.class);
            program.start();
            try (Customers customers = new Customers(program.port(), new Random())) {
                customers.order(20);
                customers.awaitAnswers();
                landscape.progress().awaitReactions();
                await().atMost(PATIENCE)
                        .ignoreExceptions() // until there is a topic
                        .until(() -> landscape.judge().untold().isEmpty());

                landscape.broker().kill();
                customers.order(20);
                customers.awaitAnswers();
                landscape.progress().awaitReactions();
                program.kill();
                landscape.broker().start();

                assertThat(landscape.judge().untold()).isNotEmpty();
            }
        }
    }
}
