package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Simultaneously;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link Checkpoints} do. */
public abstract class CheckpointsContract {

    private static final long FAR = 5_000_000_000L;

    private Checkpoints checkpoints;

    /** Checkpoints of which none was ever saved; asked for once in each test. */
    protected abstract Checkpoints noCheckpoints() throws Exception;

    @BeforeEach
    void open() throws Exception {
        checkpoints = noCheckpoints();
    }

    @Test
    void aSubscriptionBeginsAtZero() {
        checkpoints.save("projector", 7);

        assertThat(checkpoints.load("projector")).isEqualTo(7);
        assertThat(checkpoints.load("process")).isZero();
    }

    @Test
    void aCheckpointMovesOn() {
        checkpoints.save("projector", 7);
        checkpoints.save("projector", FAR);

        assertThat(checkpoints.load("projector")).isEqualTo(FAR);
    }

    @Test
    void aCheckpointNeverMovesBack() {
        checkpoints.save("projector", 7);
        checkpoints.save("projector", 6);
        checkpoints.save("projector", 7);

        assertThat(checkpoints.load("projector")).isEqualTo(7);
    }

    @Test
    void subscriptionsDoNotShareTheirCheckpoint() {
        checkpoints.save("projector", 7);
        checkpoints.save("process", 3);

        assertThat(checkpoints.load("projector")).isEqualTo(7);
        assertThat(checkpoints.load("process")).isEqualTo(3);
    }

    @Test
    void aResetSubscriptionBeginsAnewAndNoOtherDoes() {
        checkpoints.save("projector", 7);
        checkpoints.save("process", 3);

        checkpoints.reset("projector");
        checkpoints.reset("never-saved");

        assertThat(checkpoints.load("projector")).isZero();
        assertThat(checkpoints.load("process")).isEqualTo(3);
    }

    @Test
    void afterAResetAnEarlierPlaceCounts() {
        checkpoints.save("projector", 7);
        checkpoints.reset("projector");

        checkpoints.save("projector", 2);

        assertThat(checkpoints.load("projector")).isEqualTo(2);
    }

    @Test
    void ofManyPlacesSavedAtOnceTheLastOneStays() throws Exception {
        Simultaneously.run(16, number -> () -> {
            checkpoints.save("projector", number);
            return number;
        });

        assertThat(checkpoints.load("projector")).isEqualTo(15);
    }
}
