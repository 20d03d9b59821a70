package dev.carddelivery.application.report;

import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.Intent;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.order.Refusal;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.application.port.ParkedReports.Parked;
import dev.carddelivery.application.port.StoreMistake;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.application.report.ReportReader.Unreadable;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.OrderRejection;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Takes in what the other domains say. Whatever comes in has one of a few outcomes, all of which are durable when this
 * returns: it is in the order's history, it waits for its order, or it is laid aside with a reason. So no message is
 * lost and none blocks another. It may come any number of times.
 */
public final class ReportIntake {

    /**
     * More than an order's whole way has reports, and so few that what waits for it can be read at once. Some more may
     * wait where they come at the same time.
     */
    static final int WAITING = 100;

    private static final System.Logger LOG = System.getLogger(ReportIntake.class.getName());

    private final ReportReader reader;
    private final OrderHandler orders;
    private final ParkedReports parked;
    private final DeadLetters deadLetters;
    private final InstantSource clock;

    public ReportIntake(
            ReportReader reader,
            OrderHandler orders,
            ParkedReports parked,
            DeadLetters deadLetters,
            InstantSource clock) {
        this.reader = reader;
        this.orders = orders;
        this.parked = parked;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /**
     * Takes in a message.
     *
     * @throws StoreUnavailable when it was not taken and has to come again
     * @throws StoreMistake likewise
     */
    public Outcome accept(ReceivedMessage message) {
        return reader.read(message)
                .fold(unreadable -> layAside(message, unreadable), report -> acceptOrPark(message, report));
    }

    private Outcome acceptOrPark(ReceivedMessage message, IncomingReport report) {
        Outcome first = apply(message, report);
        if (!(first instanceof Outcome.Parked)) {
            return first;
        }
        Parked waiting = new Parked(message.id(), report.orderId(), now(), message);
        boolean hasRoom = parked.othersWaiting(waiting) < WAITING;
        if (hasRoom) {
            parked.park(waiting);
        }
        // The order may have become ready since the first try, and then nothing would wake its report.
        Outcome second = apply(message, report);
        if (hasRoom) {
            return leave(waiting, second);
        }
        return second instanceof Outcome.Parked
                ? layAside(message, report, DeadLetter.Reason.TOO_MANY, WAITING + " others wait for the same order")
                : second;
    }

    /**
     * Tries the parked reports of these orders again, once each: one that gets on moves its order, which calls again.
     */
    public void retry(Set<OrderId> ready) {
        // One order after the other, so that only the bodies of one are in memory.
        parked.awaitedAmong(ready)
                .forEach(order -> parked.of(order).forEach(each -> leave(each, again(each.message()))));
    }

    /** Lays aside what has waited since before {@code moment}, at most {@code limit} of them. */
    public void giveUp(Instant moment, int limit) {
        parked.since(moment, limit).forEach(each -> {
            Outcome last = again(each.message());
            leave(
                    each,
                    last instanceof Outcome.Parked
                            ? layAside(
                                    each.message(),
                                    DeadLetter.Reason.EARLY_FOR_TOO_LONG,
                                    "The order has not become ready for it since " + each.at(),
                                    subject(each.orderId()))
                            : last);
        });
    }

    /** Takes in a message that came before; it does not begin to wait. */
    private Outcome again(ReceivedMessage message) {
        return reader.read(message).fold(unreadable -> layAside(message, unreadable), report -> apply(message, report));
    }

    private Outcome leave(Parked report, Outcome outcome) {
        if (!(outcome instanceof Outcome.Parked)) {
            parked.remove(report);
        }
        return outcome;
    }

    private Outcome apply(ReceivedMessage message, IncomingReport report) {
        // What is believed to be later than all that follows would make all that look late.
        if (report.happenedAt().isAfter(now().plus(OrderHandler.CLOCKS_DIFFER))) {
            return layAside(
                    message,
                    report,
                    DeadLetter.Reason.INVALID,
                    "Its time is more than " + OrderHandler.CLOCKS_DIFFER.toMinutes() + " minutes ahead: "
                            + report.happenedAt());
        }
        return answer(report)
                .map(answer -> answer.fold(refusal -> refused(message, report, refusal), ReportIntake::recorded))
                .getOrElse(() -> layAside(
                        message,
                        report,
                        DeadLetter.Reason.FAILED,
                        report.report().name() + " was not taken: this program failed at it"));
    }

    /** None where this program fails at the order, as it would again. */
    private Option<Either<Refusal, Answer>> answer(IncomingReport report) {
        try {
            Intent intent = new Intent(report.id(), report.actor(), Option.some(report.happenedAt()), Option.none());
            return Option.some(orders.report(report.orderId(), intent, report.report()));
        } catch (StoreUnavailable | StoreMistake everybodys) {
            throw everybodys;
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            // Whoever brought it would bring it again for ever, and keep all behind it waiting.
            LOG.log(
                    System.Logger.Level.ERROR,
                    "A report of order " + report.orderId().value() + " failed",
                    failure);
            return Option.none();
        }
    }

    private static Outcome recorded(Answer answer) {
        return answer.caused()
                .find(ReportNoted.class::isInstance)
                .<Outcome>map(noted -> new Outcome.Noted(((ReportNoted) noted).reason()))
                .getOrElse(Outcome.Applied::new);
    }

    private Outcome refused(ReceivedMessage message, IncomingReport report, Refusal refusal) {
        if (refusal instanceof Refusal.ByOrder(OrderRejection.TooEarly early)) {
            return new Outcome.Parked();
        }
        DeadLetter.Reason reason = switch (refusal) {
            case Refusal.ByOrder(OrderRejection.NotPlaced unknown) -> DeadLetter.Reason.UNKNOWN_ORDER;
            case Refusal.KeyReused reused -> DeadLetter.Reason.ID_REUSED;
            case Refusal.TooManyReports talk -> DeadLetter.Reason.TOO_MANY;
            case Refusal.BeforeTheOrder before -> DeadLetter.Reason.INVALID;
            default -> DeadLetter.Reason.REFUSED;
        };
        String why = refusal instanceof Refusal.BeforeTheOrder
                ? "its time is before the order was placed: " + report.happenedAt()
                : reason.toString();
        return layAside(message, report, reason, report.report().name() + " was not taken: " + why);
    }

    private Outcome layAside(ReceivedMessage message, Unreadable unreadable) {
        return layAside(message, unreadable.reason(), unreadable.detail(), unreadable.subject());
    }

    private Outcome layAside(ReceivedMessage message, IncomingReport report, DeadLetter.Reason reason, String detail) {
        return layAside(message, reason, detail, subject(report.orderId()));
    }

    private static Option<String> subject(OrderId order) {
        return Option.some(order.value().toString());
    }

    private Outcome layAside(ReceivedMessage message, DeadLetter.Reason reason, String detail, Option<String> subject) {
        UUID id = message.id();
        ReceivedMessage kept = reason == DeadLetter.Reason.CARD_NUMBER ? withoutContent(message) : message;
        deadLetters.add(new DeadLetter(id, now(), kept, reason, detail, subject, DeadLetter.State.OPEN, List.empty()));
        return new Outcome.LaidAside(id, reason, detail);
    }

    /** As fine as it can be kept everywhere. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ReceivedMessage withoutContent(ReceivedMessage message) {
        return new ReceivedMessage(message.channel(), message.sender(), HashMap.empty(), Bytes.of(new byte[0]));
    }
}
