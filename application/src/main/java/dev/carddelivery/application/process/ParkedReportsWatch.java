package dev.carddelivery.application.process;

import dev.carddelivery.application.report.ReportIntake;
import java.time.Duration;
import java.time.InstantSource;

/** Lays aside the reports whose orders have not become ready for them for too long, so that a person looks at them. */
public final class ParkedReportsWatch implements Worker.Step {

    private static final int AT_ONCE = 100;

    private final ReportIntake intake;
    private final InstantSource clock;
    private final Duration patience;
    private final Duration pause;

    /**
     * A watch.
     *
     * @param patience how long a report may wait
     * @param pause how long to wait between two looks
     */
    public ParkedReportsWatch(ReportIntake intake, InstantSource clock, Duration patience, Duration pause) {
        this.intake = intake;
        this.clock = clock;
        this.patience = patience;
        this.pause = pause;
    }

    @Override
    public Duration run() {
        intake.giveUp(clock.instant().minus(patience), AT_ONCE);
        return pause;
    }
}
