package dev.carddelivery.application.simulation;

import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.port.OrderSearch.OrderFilter;
import dev.carddelivery.application.port.OrderSearch.OrderSummary;
import dev.carddelivery.application.process.ProcessPolicy;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.NextStep;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What must be true when the storm is over and nothing happens any more. */
final class Rest {

    private static final Duration FOR_EVER = Duration.ofDays(3_650);
    private static final int ALL = 1_000;

    /** Strays, and what no order ever got ready for. */
    private static final Seq<DeadLetter.Reason> EXPECTED =
            List.of(DeadLetter.Reason.MALFORMED, DeadLetter.Reason.UNKNOWN_ORDER, DeadLetter.Reason.EARLY_FOR_TOO_LONG);

    private final Nature nature;
    private final Stores stores;
    private final Ledger ledger;
    private final Invariants invariants;

    Rest(Nature nature, Stores stores, Ledger ledger, Invariants invariants) {
        this.nature = nature;
        this.stores = stores;
        this.ledger = ledger;
        this.invariants = invariants;
    }

    /** Whether nobody in the program waits for anything but the end of a card's validity. */
    boolean isReached() {
        Instant end = nature.clock().instant().plus(FOR_EVER);
        return stores.awaited().dueBy(end, ALL).isEmpty()
                && stores.parked().since(end, ALL).isEmpty()
                && stores.deadlines()
                        .dueBy(end, ALL)
                        .forAll(due -> due.deadline().what() == Deadline.Kind.CARD_EXPIRY);
    }

    void check() {
        ledger.promises().forEach(this::checkPromise);
        ledger.taken().forEach(this::checkReport);
        ledger.laidAside().forEach(this::checkLetter);
        openLetters().forEach(Rest::checkReason);
        invariants.revisions().keySet().forEach(order -> {
            checkMessages(order);
            checkShown(order);
            checkSettled(order);
        });
    }

    private void checkPromise(CommandId wish, Ledger.Promise promise) {
        Violation.unless(
                causedBy(wish, promise.orderId()) == promise.answer().caused().size(),
                () -> "a fulfilled wish does not stand once in the history of " + name(promise.orderId()));
    }

    private void checkReport(CommandId report, OrderId order) {
        boolean laidAside =
                openLetters().exists(letter -> letter.message().body().toText().equals(Reports.nameOf(report)));
        Violation.unless(
                causedBy(report, order) > 0 || laidAside,
                () -> "a report for " + name(order) + " was taken, and is neither recorded nor laid aside");
    }

    private void checkLetter(UUID id) {
        Violation.unless(stores.deadLetters().find(id).isDefined(), () -> "the dead letter " + id + " is not there");
    }

    private static void checkReason(DeadLetter letter) {
        Violation.unless(EXPECTED.contains(letter.reason()), () -> "this should not be laid aside: " + letter);
    }

    private void checkMessages(OrderId order) {
        OrderHistory history = stores.orders().load(order);
        Violation.unless(
                ledger.toldOf(order) == history.events().size(), () -> "not everything was told of " + name(order));
        history.events()
                .flatMap(event -> ProcessPolicy.requests(
                        event, history.at(event.version()).get()))
                .forEach(request -> Violation.unless(
                        ledger.wasAsked(request), () -> request.kind() + " was never asked for " + name(order)));
    }

    private void checkShown(OrderId order) {
        OrderRevision latest = invariants.revisions().get(order).get();
        Option<OrderSummary> shown = stores.search()
                .find(new OrderFilter(Option.some(latest.owner()), Option.none()), Option.none(), ALL)
                .items()
                .find(summary -> summary.orderId().equals(order));
        Violation.unless(
                shown.exists(summary -> summary.version() == latest.version() && summary.status() == latest.status()),
                () -> "the read models show of " + name(order) + " " + shown);
    }

    private void checkSettled(OrderId order) {
        OrderRevision latest = invariants.revisions().get(order).get();
        Violation.unless(
                NextStep.of(latest.order())
                        .forAll(next ->
                                next.who() == NextStep.Who.CUSTOMER || next.what() == NextStep.What.SUPPORT_REVIEW),
                () -> name(order) + " stays " + latest.status() + " and nobody is called");
    }

    private int causedBy(CommandId command, OrderId order) {
        return invariants.history(order).count(event -> event.by().commandId().equals(command));
    }

    private Seq<DeadLetter> openLetters() {
        return stores.deadLetters()
                .list(DeadLetter.State.OPEN, Option.none(), ALL)
                .items()
                .flatMap(letter -> stores.deadLetters().find(letter.id()));
    }

    private String name(OrderId order) {
        return nature.trace().nameOf(order);
    }
}
