package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostgresWatchTest {

    @Test
    void aServerIsStartedAgainAtOnceThenLessAndLessOftenAndNeverGivenUp() {
        assertThat(IntStream.of(0, 1, 2, 3, 6, 7, 8, 9, 100_000)
                        .mapToObj(PostgresWatch::pauseAfter)
                        .map(Duration::toSeconds))
                .containsExactly(0L, 1L, 2L, 4L, 32L, 60L, 60L, 60L, 60L);
    }
}
