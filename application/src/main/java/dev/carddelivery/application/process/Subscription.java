package dev.carddelivery.application.process;

import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.Checkpoints;
import dev.carddelivery.application.port.EventLog;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Reads the log page by page and hands each page to some work, which may see a page again after a crash: the checkpoint
 * moves only when the work is done.
 */
public final class Subscription implements Worker.Step {

    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

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

    /** Does the work of one page, or waits a while for one. */
    @Override
    public Duration run() throws InterruptedException {
        long place = checkpoints.load(name);
        if (!advance(place)) {
            log.awaitAfter(place, PATIENCE);
        }
        return Duration.ZERO;
    }

    /** Does all the work there is at the moment. */
    public void catchUp() {
        while (advance(checkpoints.load(name))) {
            // The next page follows.
        }
    }

    private boolean advance(long place) {
        EventLog.Page page = log.readAfter(place, PAGE);
        if (page.place() == place) {
            return false;
        }
        work.accept(page.events());
        checkpoints.save(name, page.place());
        return true;
    }
}
