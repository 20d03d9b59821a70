package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Simultaneously;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link Checkpoints} do. */
public abstract class CheckpointsContract {

    private static final long FAR = 5_000_000_000L;

    private Checkpoints checkpoints;

    /** Checkpoints of which none has ever moved; asked for once in each test. */
    protected abstract Checkpoints noCheckpoints() throws Exception;

    @BeforeEach
    void open() throws Exception {
        checkpoints = noCheckpoints();
    }

    @Test
    void aSubscriptionBeginsAtZero() {
        checkpoints.advance("projector", 0, 7);

        assertThat(checkpoints.load("projector")).isEqualTo(7);
        assertThat(checkpoints.load("process")).isZero();
    }

    @Test
    void aCheckpointMovesOn() {
        checkpoints.advance("projector", 0, 7);
        checkpoints.advance("projector", 7, FAR);

        assertThat(checkpoints.load("projector")).isEqualTo(FAR);
    }

    @Test
    void whoWasOvertakenMovesNothing() {
        checkpoints.advance("projector", 0, 7);
        checkpoints.advance("projector", 0, 9);
        checkpoints.advance("projector", 6, 8);

        assertThat(checkpoints.load("projector")).isEqualTo(7);
    }

    @Test
    void subscriptionsDoNotShareTheirCheckpoint() {
        checkpoints.advance("projector", 0, 7);
        checkpoints.advance("process", 0, 3);

        assertThat(checkpoints.load("projector")).isEqualTo(7);
        assertThat(checkpoints.load("process")).isEqualTo(3);
    }

    @Test
    void oneGoesBackAndNoOtherDoes() {
        checkpoints.advance("projector", 0, 7);
        checkpoints.advance("process", 0, 5);

        checkpoints.rewind("projector", 2);
        checkpoints.rewind("never-moved", 2);

        assertThat(checkpoints.load("projector")).isEqualTo(2);
        assertThat(checkpoints.load("process")).isEqualTo(5);
        assertThat(checkpoints.load("never-moved")).isZero();
    }

    @Test
    void nobodyGoesBackToWhereTheyHaveNotBeen() {
        checkpoints.advance("projector", 0, 7);

        checkpoints.rewind("projector", 8);

        assertThat(checkpoints.load("projector")).isEqualTo(7);
    }

    @Test
    void workThatWasUnderWayDoesNotUndoARewind() {
        checkpoints.advance("projector", 0, 7);
        checkpoints.rewind("projector", 2);

        checkpoints.advance("projector", 7, 9);

        assertThat(checkpoints.load("projector")).isEqualTo(2);
    }

    @Test
    void ofManyWhoMoveAtOnceOneDoes() throws Exception {
        Simultaneously.run(16, number -> () -> {
            checkpoints.advance("projector", 0, number + 1);
            return number;
        });
        long first = checkpoints.load("projector");
        checkpoints.advance("projector", first, FAR);

        assertThat(first).isBetween(1L, 16L);
        assertThat(checkpoints.load("projector")).isEqualTo(FAR);
    }
}
