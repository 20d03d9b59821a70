package dev.carddelivery.application.report;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.UnreliableStore;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.memory.InMemoryDeadLetters;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.memory.InMemoryParkedReports;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.application.port.ParkedReports.Parked;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.order.Status;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.UUID;

/** An intake over adapters in memory, for reports in plain words, on a clock that tests move. */
public final class TestIntake {

    private final InMemoryLog log = new InMemoryLog();
    private final UnreliableStore store = new UnreliableStore(log);
    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final OrderHandler orders = new OrderHandler(store, new OrderDecider(ServiceTerms.REAL), clock);
    private final ParkedReports parked = new InMemoryParkedReports();
    private final DeadLetters deadLetters = new InMemoryDeadLetters();
    private final ReportIntake intake = intake(parked);

    /** This intake with other parked reports. */
    ReportIntake intake(ParkedReports others) {
        return new ReportIntake(new PlainReports(), orders, others, deadLetters, clock);
    }

    public ReportIntake intake() {
        return intake;
    }

    public InMemoryLog log() {
        return log;
    }

    public UnreliableStore store() {
        return store;
    }

    public VirtualClock clock() {
        return clock;
    }

    public ParkedReports parked() {
        return parked;
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** Lets a story happen as far as it has not yet, and the time of its end come, if that has not passed. */
    public OrderStory keep(OrderStory story) {
        int known = log.load(story.id()).events().size();
        story.history()
                .events()
                .drop(known)
                .forEach(recorded ->
                        log.append(story.id(), recorded.version() - 1, recorded.by(), List.of(recorded.event())));
        if (story.now().isAfter(clock.instant())) {
            clock.set(story.now());
        }
        return story;
    }

    /** A report, which happens now; the same report under the same id is the same message until time passes. */
    public ReceivedMessage message(String id, OrderId order, String name) {
        return PlainReports.message(id, order, name, clock.instant());
    }

    /** A report comes in. */
    public Outcome report(String id, OrderId order, String name) {
        return intake.accept(message(id, order, name));
    }

    /** Where an order is. */
    public Status status(OrderId order) {
        return log.load(order).latest().get().status();
    }

    /** What waits for an order. */
    public Seq<Parked> waitingFor(OrderId order) {
        return parked.of(order);
    }

    /** The letters that are open. */
    public Seq<DeadLetter> openLetters() {
        Seq<UUID> ids = deadLetters
                .list(DeadLetter.State.OPEN, Option.none(), 1_000)
                .items()
                .map(DeadLetter.Summary::id);
        return ids.map(id -> deadLetters.find(id).get());
    }
}
