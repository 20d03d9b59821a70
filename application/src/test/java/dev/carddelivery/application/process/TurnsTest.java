package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Samples;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Turns<Integer> turns = new Turns<>(2);
    private Vector<Integer> due = Vector.range(0, 5);
    private Instant now = Samples.MORNING;

    @Test
    void whoGetsNowhereLetsTheOthersPass() {
        assertThat(next()).containsExactly(0, 1);
        assertThat(next()).containsExactly(2, 3);
        assertThat(next()).containsExactly(4);
        assertThat(next()).isEmpty();
    }

    @Test
    void whoComesInMeanwhileIsNotKeptWaiting() {
        due = Vector.of(0, 1);
        next();
        due = Vector.of(0, 1, 2);
        assertThat(next()).containsExactly(2);
    }

    @Test
    void whoGetsNowhereHasTheNextTurnLaterAndLater() {
        due = Vector.of(7);
        assertThat(nextTurnAfter()).isEqualTo(Duration.ZERO);
        assertThat(nextTurnAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(nextTurnAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(nextTurnAfter()).isEqualTo(Duration.ofSeconds(4));
        for (int turn = 0; turn < 20; turn++) {
            nextTurnAfter();
        }
        assertThat(nextTurnAfter()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void whoWasAwayIsNewAgain() {
        due = Vector.of(7);
        next();
        due = Vector.empty();
        next();
        due = Vector.of(7);
        assertThat(next()).containsExactly(7);
    }

    private Seq<Integer> next() {
        now = now.plus(MOMENT);
        return turns.next(now, due::take);
    }

    /** How long it takes from one turn of the only one that is due to the next. */
    private Duration nextTurnAfter() {
        Instant before = now;
        while (turns.next(now, due::take).isEmpty()) {
            now = now.plus(Duration.ofSeconds(1));
        }
        return Duration.between(before, now);
    }
}
