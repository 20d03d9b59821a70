package dev.carddelivery.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Samples;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final Instant FAILED = Samples.MORNING;

    @ParameterizedTest
    @CsvSource({"1,PT5S", "2,PT5M", "3,PT30M", "4,PT2H", "5,PT5H", "6,PT10H", "7,PT14H", "8,PT20H", "9,PT24H"})
    void afterEachTryTheWaitIsLongerGiveOrTakeATenth(int tries, Duration wait) {
        Vector<Duration> waits = Vector.fill(1_000, UUID::randomUUID)
                .map(id -> RetrySchedule.STANDARD.next(id, tries, FAILED).get())
                .map(due -> Duration.between(FAILED, due));

        assertThat(waits)
                .allSatisfy(each -> assertThat(each)
                        .isBetween(
                                wait.multipliedBy(9).dividedBy(10),
                                wait.multipliedBy(11).dividedBy(10)));
        assertThat(waits.distinct().size()).isGreaterThan(400);
        assertThat(waits.min().get()).isLessThan(wait.multipliedBy(92).dividedBy(100));
        assertThat(waits.max().get()).isGreaterThan(wait.multipliedBy(108).dividedBy(100));
    }

    @Test
    void theTenthTryIsTheLast() {
        assertThat(RetrySchedule.STANDARD.next(UUID.randomUUID(), 10, FAILED)).isEmpty();
    }

    @Test
    void theSameDeliveryIsDueAtTheSameTimeWhoeverAsks() {
        UUID id = UUID.randomUUID();

        assertThat(RetrySchedule.STANDARD.next(id, 3, FAILED)).isEqualTo(RetrySchedule.STANDARD.next(id, 3, FAILED));
    }
}
