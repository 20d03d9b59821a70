package dev.carddelivery.application.process;

import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.Checkpoints;
import dev.carddelivery.application.port.Checkpoints.Checkpoint;
import dev.carddelivery.application.port.EventLog;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Reads the log page by page and hands each page to some work, which may see a page again after a crash: the checkpoint
 * moves only when the work is done.
 */
public final class Subscription implements Worker.Step {

    /** So much that the round trips hardly count where there is a backlog, and so little that memory never matters. */
    static final int PAGE = 2_000;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Between two pages, so that under load one page and one commit serve many events; nobody waits for these. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private final String name;
    private final EventLog log;
    private final Checkpoints checkpoints;
    private final Consumer<Seq<RecordedEvent>> work;

    public Subscription(String name, EventLog log, Checkpoints checkpoints, Consumer<Seq<RecordedEvent>> work) {
        this.name = name;
        this.log = log;
        this.checkpoints = checkpoints;
        this.work = work;
    }

    /** Does the work of one page, or waits a while for one; rests only where there is no backlog. */
    @Override
    public Duration run() throws InterruptedException {
        Checkpoint reached = checkpoints.load(name);
        int done = workAfter(reached);
        if (done == 0) {
            log.awaitAfter(reached.place(), PATIENCE);
            return Duration.ZERO;
        }
        return done < PAGE ? GATHERING : Duration.ZERO;
    }

    /** Does all the work there is at the moment. */
    public void catchUp() {
        while (workAfter(checkpoints.load(name)) > 0) {
            // There may be another page.
        }
    }

    /** How many events there were on the page. */
    private int workAfter(Checkpoint reached) {
        EventLog.Page page = log.readAfter(reached.place(), PAGE);
        if (page.events().nonEmpty()) {
            work.accept(page.events());
            checkpoints.advance(name, reached, page.place());
        }
        return page.events().size();
    }
}
