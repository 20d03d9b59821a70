package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.port.Checkpoints.Checkpoint;
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
        move("projector", 0, 7);

        assertThat(place("projector")).isEqualTo(7);
        assertThat(place("process")).isZero();
    }

    @Test
    void aCheckpointMovesOn() {
        move("projector", 0, 7);
        move("projector", 7, FAR);

        assertThat(place("projector")).isEqualTo(FAR);
    }

    @Test
    void whoWasOvertakenMovesNothing() {
        move("projector", 0, 7);
        move("projector", 0, 9);
        move("projector", 6, 8);

        assertThat(place("projector")).isEqualTo(7);
    }

    @Test
    void subscriptionsDoNotShareTheirCheckpoint() {
        move("projector", 0, 7);
        move("process", 0, 3);

        assertThat(place("projector")).isEqualTo(7);
        assertThat(place("process")).isEqualTo(3);
    }

    @Test
    void oneGoesBackAndNoOtherDoes() {
        move("projector", 0, 7);
        move("process", 0, 5);

        checkpoints.rewind("projector", 2);
        checkpoints.rewind("never-moved", 2);

        assertThat(place("projector")).isEqualTo(2);
        assertThat(place("process")).isEqualTo(5);
        assertThat(place("never-moved")).isZero();
    }

    @Test
    void nobodyGoesBackToWhereTheyHaveNotBeen() {
        move("projector", 0, 7);

        checkpoints.rewind("projector", 8);

        assertThat(place("projector")).isEqualTo(7);
    }

    @Test
    void workThatWasUnderWayDoesNotUndoARewind() {
        move("projector", 0, 7);
        Checkpoint underWay = checkpoints.load("projector");
        checkpoints.rewind("projector", 2);

        checkpoints.advance("projector", underWay, 9);

        assertThat(place("projector")).isEqualTo(2);
    }

    @Test
    void noRewindToTheVeryPlaceFromWhichWorkIsUnderWayIsUndoneEither() {
        move("projector", 0, 7);
        Checkpoint underWay = checkpoints.load("projector");
        checkpoints.rewind("projector", 7);

        checkpoints.advance("projector", underWay, 9);
        assertThat(place("projector")).isEqualTo(7);

        checkpoints.advance("projector", checkpoints.load("projector"), 9);
        assertThat(place("projector")).isEqualTo(9);
    }

    @Test
    void norIsOneToTheVeryBeginning() {
        checkpoints.rewind("projector", 0);

        checkpoints.advance("projector", Checkpoint.START, 9);
        assertThat(place("projector")).isZero();

        checkpoints.advance("projector", checkpoints.load("projector"), 9);
        assertThat(place("projector")).isEqualTo(9);
    }

    @Test
    void nobodyGoesOnFromWhereNobodyHasBeen() {
        checkpoints.advance("projector", new Checkpoint(3, 0), 9);
        assertThat(place("projector")).isZero();

        move("projector", 0, 7);
        checkpoints.advance("projector", new Checkpoint(7, 1), 9);
        assertThat(place("projector")).isEqualTo(7);
    }

    @Test
    void norIsOneAfterWhichTheSamePlaceWasReachedAnew() {
        move("projector", 0, 7);
        Checkpoint underWay = checkpoints.load("projector");
        checkpoints.rewind("projector", 2);
        checkpoints.advance("projector", checkpoints.load("projector"), 7);

        checkpoints.advance("projector", underWay, 9);

        assertThat(place("projector")).isEqualTo(7);
    }

    @Test
    void ofManyWhoMoveAtOnceOneDoes() throws Exception {
        Simultaneously.run(16, number -> () -> {
            move("projector", 0, number + 1);
            return number;
        });
        long first = place("projector");
        move("projector", first, FAR);

        assertThat(first).isBetween(1L, 16L);
        assertThat(place("projector")).isEqualTo(FAR);
    }

    private long place(String subscription) {
        return checkpoints.load(subscription).place();
    }

    /** Moves a subscription that was never sent back. */
    private void move(String subscription, long from, long to) {
        checkpoints.advance(subscription, new Checkpoint(from, 0), to);
    }
}
