package dev.carddelivery.application.simulation;

import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.process.AnswersAwaited;
import dev.carddelivery.application.process.DeadlineWatch;
import dev.carddelivery.application.process.Manner;
import dev.carddelivery.application.process.ParkedReportsRelease;
import dev.carddelivery.application.process.ParkedReportsWatch;
import dev.carddelivery.application.process.Projector;
import dev.carddelivery.application.process.Relay;
import dev.carddelivery.application.process.ReminderSchedule;
import dev.carddelivery.application.process.Reminders;
import dev.carddelivery.application.process.RevisionTracker;
import dev.carddelivery.application.process.Subscription;
import dev.carddelivery.application.report.DeadLetterDesk;
import dev.carddelivery.application.report.ReportIntake;
import dev.carddelivery.application.report.ReportReader;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.ServiceTerms;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The program from one start to its next crash, made of the application's own classes; whatever it has in mind is lost
 * then. Nothing in it happens by itself: each subscription reads on, and each watch looks, when it is told to.
 */
final class Instance {

    private static final OrderDecider DECIDER = new OrderDecider(ServiceTerms.REAL);
    private static final ReminderSchedule REMINDERS =
            new ReminderSchedule(List.of(Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(2)));
    private static final Duration PATIENCE_WITH_PARKED = Duration.ofDays(5);
    private static final Manner ONE_AFTER_ANOTHER = Seq::forEach;

    private final OrderHandler orders;
    private final ReportIntake intake;
    private final DeadLetterDesk desk;
    private final Map<String, Runnable> subscriptions;
    private final Map<String, Runnable> watches;

    /**
     * An instance.
     *
     * @param stores what it keeps things in
     * @param safeStores the same, but they never fail: for those who would log that and try again
     * @param post the way to the partners
     */
    Instance(
            Stores stores,
            Stores safeStores,
            MessagePublisher post,
            ReportReader reader,
            InstantSource clock,
            Flaw flaw) {
        orders = new OrderHandler(stores.orders(), DECIDER, clock);
        intake = new ReportIntake(reader, orders, stores.parked(), stores.deadLetters(), clock);
        desk = new DeadLetterDesk(stores.deadLetters(), intake, clock);
        subscriptions = LinkedHashMap.<String, Consumer<Seq<RecordedEvent>>>empty()
                .put("relay", new RevisionTracker(stores.orders(), new Relay(post)))
                .put("answers", new RevisionTracker(stores.orders(), new AnswersAwaited(stores.awaited(), REMINDERS)))
                .put("release", flaw == Flaw.NOTHING_RELEASED ? events -> {} : new ParkedReportsRelease(intake))
                .put("projector", new RevisionTracker(stores.orders(), new Projector(stores.readModels())))
                .map((name, work) -> Tuple.of(name, subscription(name, stores, work, flaw)));
        OrderHandler safeOrders = new OrderHandler(safeStores.orders(), DECIDER, clock);
        Reminders reminders = new Reminders(
                safeStores.awaited(),
                safeStores.orders(),
                safeOrders,
                post,
                REMINDERS,
                clock,
                Duration.ZERO,
                ONE_AFTER_ANOTHER);
        DeadlineWatch deadlines =
                new DeadlineWatch(safeStores.deadlines(), safeOrders, clock, Duration.ZERO, ONE_AFTER_ANOTHER);
        ParkedReportsWatch parked = new ParkedReportsWatch(intake, clock, PATIENCE_WITH_PARKED, Duration.ZERO);
        watches = LinkedHashMap.of("deadlines", deadlines::run, "reminders", reminders::run, "parked", parked::run);
    }

    OrderHandler orders() {
        return orders;
    }

    ReportIntake intake() {
        return intake;
    }

    DeadLetterDesk desk() {
        return desk;
    }

    /** What reads the log to its end, by the names of those who read. */
    Map<String, Runnable> subscriptions() {
        return subscriptions;
    }

    /** What looks whether the time has come for something, by names. */
    Map<String, Runnable> watches() {
        return watches;
    }

    private static Runnable subscription(String name, Stores stores, Consumer<Seq<RecordedEvent>> work, Flaw flaw) {
        return flaw == Flaw.CHECKPOINT_BEFORE_WORK
                ? new HastySubscription(name, stores.log(), stores.checkpoints(), work)
                : new Subscription(name, stores.log(), stores.checkpoints(), work)::catchUp;
    }
}
