package dev.carddelivery.application.process;

import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.port.DeadlineSearch;
import dev.carddelivery.application.port.DeadlineSearch.Due;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Turns deadlines that have passed into commands. The order itself decides whether they still matter. */
public final class DeadlineWatch implements Worker.Step {

    private static final System.Logger LOG = System.getLogger(DeadlineWatch.class.getName());
    private static final int AT_ONCE = 200;

    private final DeadlineSearch deadlines;
    private final OrderHandler orders;
    private final InstantSource clock;
    private final Duration pause;

    /**
     * A watch.
     *
     * @param pause how long to wait between two looks, and about how late a deadline may be noticed
     */
    public DeadlineWatch(DeadlineSearch deadlines, OrderHandler orders, InstantSource clock, Duration pause) {
        this.deadlines = deadlines;
        this.orders = orders;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public Duration run() {
        passAll(deadlines.dueBy(clock.instant(), AT_ONCE));
        return pause;
    }

    /** Tells every order whose deadline has passed, side by side, so that their appends can be committed together. */
    private void passAll(Seq<Due> due) {
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(each -> side.execute(() -> pass(each)));
        }
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
