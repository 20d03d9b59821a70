package dev.carddelivery.application.simulation;

import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.process.ProcessPolicy;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.IncomingReport;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderEvent.AttentionRaised;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Status;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Compares what the others were answered, told and asked with what is on record in the end. */
final class Reckoning {

    private static final int ALL = 1_000;

    /** Far longer than the program can be down and behind, and shorter than it lets a report wait in vain. */
    private static final Duration AT_ONCE = Duration.ofDays(4);

    /** Strays, and what no order ever got ready for. */
    private static final Seq<DeadLetter.Reason> EXPECTED = List.of(
            DeadLetter.Reason.MALFORMED,
            DeadLetter.Reason.INVALID, // from before there was an order
            DeadLetter.Reason.UNKNOWN_ORDER,
            DeadLetter.Reason.EARLY_FOR_TOO_LONG);

    private static final Map<Partner, Set<Status>> TOO_EARLY = HashMap.of(
            Partner.IDENTITY, HashSet.empty(),
            Partner.BUREAU, HashSet.of(Status.VERIFYING, Status.APPROVED),
            Partner.COURIER, HashSet.of(Status.VERIFYING, Status.APPROVED, Status.IN_PRODUCTION));

    private final Trace trace;
    private final DeadLetters deadLetters;
    private final Ledger ledger;
    private final Invariants invariants;

    Reckoning(Trace trace, DeadLetters deadLetters, Ledger ledger, Invariants invariants) {
        this.trace = trace;
        this.deadLetters = deadLetters;
        this.ledger = ledger;
        this.invariants = invariants;
    }

    void check() {
        ledger.promises().forEach(this::checkPromise);
        ledger.taken().forEach(this::checkReport);
        ledger.laidAside().forEach(this::checkLetter);
        letters(DeadLetter.State.OPEN).forEach(Reckoning::checkReason);
        invariants.revisions().keySet().forEach(order -> {
            OrderHistory history = new OrderHistory(invariants.history(order));
            checkMessages(order, history);
            history.events().filter(Reckoning::complainsOfSilence).forEach(call -> checkSilence(history, call));
        });
    }

    private void checkPromise(CommandId wish, Ledger.Promise promise) {
        Violation.unless(
                causedBy(wish, promise.orderId()).size()
                        == promise.answer().caused().size(),
                () -> "a fulfilled wish does not stand once in the history of " + name(promise.orderId()));
    }

    private void checkReport(CommandId id, IncomingReport report) {
        Vector<RecordedEvent> recorded = causedBy(id, report.orderId());
        Violation.unless(
                recorded.nonEmpty() || isAmong(DeadLetter.State.OPEN, id),
                () -> "a report for " + name(report.orderId()) + " was taken, and is neither recorded nor laid aside");
        if (!isAmong(DeadLetter.State.OPEN, id) && !isAmong(DeadLetter.State.REPLAYED, id)) {
            ledger.parkedSince(id).forEach(since -> checkWait(report, since, recorded.head()));
        }
    }

    private void checkWait(IncomingReport report, Instant since, RecordedEvent first) {
        Instant ready = readyFor(report);
        Instant begin = ready.isAfter(since) ? ready : since;
        Violation.unless(
                first.by().now().isBefore(begin.plus(AT_ONCE)),
                () -> "a report went on waiting when " + name(report.orderId()) + " was ready for it");
    }

    private Instant readyFor(IncomingReport report) {
        Set<Status> early = TOO_EARLY.get(report.from()).get();
        OrderHistory history = new OrderHistory(invariants.history(report.orderId()));
        return history.after(0)
                .find(revision -> !early.contains(revision.status()))
                .map(revision ->
                        history.events().get(revision.version() - 1).by().now())
                .get();
    }

    private void checkLetter(UUID id) {
        Violation.unless(deadLetters.find(id).isDefined(), () -> "the dead letter " + id + " is not there");
    }

    private static void checkReason(DeadLetter letter) {
        Violation.unless(EXPECTED.contains(letter.reason()), () -> "this should not be laid aside: " + letter);
    }

    /** Nobody is called to a partner that has answered, or was not asked again. */
    private void checkSilence(OrderHistory history, RecordedEvent call) {
        Set<Kind> awaited = ProcessPolicy.awaited(history.at(call.version() - 1).get());
        Violation.unless(
                ledger.asked(call.orderId())
                        .exists(request -> awaited.contains(request.kind()) && ledger.timesAsked(request) > 1),
                () -> "a partner of " + name(call.orderId()) + " was called silent without need: " + call.event());
    }

    private static boolean complainsOfSilence(RecordedEvent event) {
        return event.event() instanceof AttentionRaised raised
                && raised.attention().reason() == Attention.Reason.PARTNER_SILENT;
    }

    private void checkMessages(OrderId order, OrderHistory history) {
        Violation.unless(
                ledger.told(order).equals(history.after(0)), () -> "not everything was told of " + name(order));
        history.events()
                .flatMap(event -> ProcessPolicy.requests(
                        event, history.at(event.version()).get()))
                .forEach(request -> Violation.unless(
                        ledger.timesAsked(request) > 0, () -> request.kind() + " was never asked for " + name(order)));
    }

    private Vector<RecordedEvent> causedBy(CommandId command, OrderId order) {
        return invariants.history(order).filter(event -> event.by().commandId().equals(command));
    }

    private boolean isAmong(DeadLetter.State state, CommandId report) {
        return letters(state).exists(letter -> letter.message().body().toText().equals(Reports.nameOf(report)));
    }

    private Seq<DeadLetter> letters(DeadLetter.State state) {
        return deadLetters.list(state, Option.none(), ALL).items().flatMap(letter -> deadLetters.find(letter.id()));
    }

    private String name(OrderId order) {
        return trace.nameOf(order);
    }
}
