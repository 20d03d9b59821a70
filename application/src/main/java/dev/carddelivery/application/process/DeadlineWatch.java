package dev.carddelivery.application.process;

import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.port.DeadlineSearch;
import dev.carddelivery.application.port.DeadlineSearch.Due;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Turns deadlines that have passed into commands. The order itself decides whether they still matter. */
public final class DeadlineWatch implements Worker.Step {

    private static final System.Logger LOG = System.getLogger(DeadlineWatch.class.getName());
    private static final int AT_ONCE = 64;

    private final DeadlineSearch deadlines;
    private final OrderHandler orders;
    private final InstantSource clock;
    private final Duration pause;
    private final Manner manner;
    private final Turns<Due> turns = new Turns<>(AT_ONCE);

    /** A watch that passes deadlines side by side. */
    public DeadlineWatch(DeadlineSearch deadlines, OrderHandler orders, InstantSource clock, Duration pause) {
        this(deadlines, orders, clock, pause, SideBySide::forEach);
    }

    /**
     * A watch.
     *
     * @param pause how long to wait between two looks, and about how late a deadline may be noticed
     * @param manner how several deadlines are passed
     */
    public DeadlineWatch(
            DeadlineSearch deadlines, OrderHandler orders, InstantSource clock, Duration pause, Manner manner) {
        this.deadlines = deadlines;
        this.orders = orders;
        this.clock = clock;
        this.pause = pause;
        this.manner = manner;
    }

    @Override
    public Duration run() {
        Instant now = clock.instant();
        Seq<Due> next = turns.next(now, limit -> deadlines.dueBy(now, limit));
        manner.forEach(next, this::pass);
        return next.size() < AT_ONCE ? pause : Duration.ZERO;
    }

    private void pass(Due due) {
        try {
            orders.passDeadline(due.orderId(), due.deadline());
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Deadline " + due.deadline().what() + " of order "
                            + due.orderId().value() + " could not be passed and will be tried again",
                    e);
        }
    }
}
