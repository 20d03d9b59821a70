package dev.carddelivery.application.simulation;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.port.OrderSearch.OrderFilter;
import dev.carddelivery.application.port.OrderSearch.OrderSummary;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.NextStep;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** The state in which nothing happens any more, and where each order must be then. */
final class Rest {

    private static final Duration FOR_EVER = Duration.ofDays(3_650);
    private static final int ALL = 1_000;

    private final Nature nature;
    private final Stores stores;
    private final Invariants invariants;

    Rest(Nature nature, Stores stores, Invariants invariants) {
        this.nature = nature;
        this.stores = stores;
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

    /** Each order is final, or waits for its customer or for a person; and the read models show it. */
    void check() {
        invariants.revisions().values().forEach(latest -> {
            checkSettled(latest);
            checkShown(latest);
        });
    }

    private void checkSettled(OrderRevision latest) {
        Violation.unless(
                NextStep.of(latest.order())
                        .forAll(next ->
                                next.who() == NextStep.Who.CUSTOMER || next.what() == NextStep.What.SUPPORT_REVIEW),
                () -> name(latest) + " stays " + latest.status() + " and nobody is called");
    }

    private void checkShown(OrderRevision latest) {
        Option<OrderSummary> shown = stores.search()
                .find(new OrderFilter(Option.some(latest.owner()), Option.none()), Option.none(), ALL)
                .items()
                .find(summary -> summary.orderId().equals(latest.orderId()));
        Violation.unless(
                shown.exists(summary -> summary.version() == latest.version() && summary.status() == latest.status()),
                () -> "the read models show of " + name(latest) + " " + shown);
    }

    private String name(OrderRevision order) {
        return nature.trace().nameOf(order.orderId());
    }
}
