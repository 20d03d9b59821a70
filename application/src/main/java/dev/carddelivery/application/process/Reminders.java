package dev.carddelivery.application.process;

import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.Intent;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.order.Refusal;
import dev.carddelivery.application.port.AwaitedRequests;
import dev.carddelivery.application.port.AwaitedRequests.Awaited;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.CommandId;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Asks partners again who have not answered, under the same name as before, and calls a person when all reminders have
 * been in vain. What the order's own history says is asked before each act, since the answer may be on its way.
 */
public final class Reminders implements Worker.Step {

    private static final System.Logger LOG = System.getLogger(Reminders.class.getName());
    private static final int AT_ONCE = 64;

    private final AwaitedRequests awaited;
    private final OrderStore store;
    private final OrderHandler orders;
    private final MessagePublisher publisher;
    private final ReminderSchedule schedule;
    private final InstantSource clock;
    private final Duration pause;
    private final Manner manner;
    private final Turns<Awaited> turns = new Turns<>(AT_ONCE);

    /** The reminders of a program, which go out side by side. */
    public Reminders(
            AwaitedRequests awaited,
            OrderStore store,
            OrderHandler orders,
            MessagePublisher publisher,
            ReminderSchedule schedule,
            InstantSource clock,
            Duration pause) {
        this(awaited, store, orders, publisher, schedule, clock, pause, SideBySide::forEach);
    }

    /**
     * The reminders.
     *
     * @param pause how long to wait between two looks
     * @param manner how several requests are sent again
     */
    public Reminders(
            AwaitedRequests awaited,
            OrderStore store,
            OrderHandler orders,
            MessagePublisher publisher,
            ReminderSchedule schedule,
            InstantSource clock,
            Duration pause,
            Manner manner) {
        this.awaited = awaited;
        this.store = store;
        this.orders = orders;
        this.publisher = publisher;
        this.schedule = schedule;
        this.clock = clock;
        this.pause = pause;
        this.manner = manner;
    }

    @Override
    public Duration run() {
        Instant now = clock.instant();
        Seq<Awaited> next = turns.next(now, limit -> awaited.dueBy(now, limit));
        manner.forEach(next, each -> tryToRemind(each, now));
        return next.size() < AT_ONCE ? pause : Duration.ZERO;
    }

    private void tryToRemind(Awaited due, Instant now) {
        try {
            remind(due, now);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Will be asked again later: " + due.request(), e);
        }
    }

    private void remind(Awaited due, Instant now) {
        OrderHistory history = store.load(due.request().orderId());
        OrderRevision latest = history.latest().get();
        int reminder = due.reminders() + 1;
        Option<Duration> next = schedule.after(reminder);
        if (!ProcessPolicy.awaited(latest).contains(due.request().kind())) {
            awaited.forget(due.request());
        } else if (next.isDefined()) {
            publisher.publish(again(due.request(), history));
            awaited.reminded(new Awaited(due.request(), reminder, now.plus(next.get())));
        } else if (callSupport(due, latest).isRight()) {
            awaited.forget(due.request());
        }
    }

    /**
     * In the words of the first time, and after it what the same partner was asked since, so that this stays the last.
     */
    private static Seq<OutgoingMessage> again(PartnerRequest request, OrderHistory history) {
        return history.after(request.version() - 1).flatMap(revision -> {
            RecordedEvent cause = history.events().get(revision.version() - 1);
            return ProcessPolicy.requests(cause, revision)
                    .filter(each -> each.equals(request) || isAskedSince(request, each))
                    .map(each -> new OutgoingMessage.Request(each, cause, revision));
        });
    }

    private static boolean isAskedSince(PartnerRequest earlier, PartnerRequest each) {
        return each.version() > earlier.version()
                && each.kind().partner() == earlier.kind().partner();
    }

    /** Only if nothing has happened since the look; otherwise there will be another look. */
    private Either<Refusal, Answer> callSupport(Awaited due, OrderRevision latest) {
        String name = "silent/" + due.request().id();
        Intent intent = new Intent(
                new CommandId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                Actor.CLOCK,
                Option.none(),
                Option.some(version -> version == latest.version()));
        return orders.callSupport(due.request().orderId(), intent, Attention.Reason.PARTNER_SILENT);
    }
}
