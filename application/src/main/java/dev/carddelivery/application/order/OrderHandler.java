package dev.carddelivery.application.order;

import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.EditableContent;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderCommand;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.OrderRejection;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.order.Provenance;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.person.UserId;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The way of every wish and every report into an order: load its history, fold it, decide, append, and once more from
 * the start when somebody else was faster.
 */
public final class OrderHandler {

    /** More conflicts in a row than that mean that something is wrong, and that the caller should come back later. */
    private static final int ATTEMPTS = 20;

    /** Further apart a partner's clock and ours are only where one of them is wrong. */
    public static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final OrderStore store;
    private final OrderDecider decider;
    private final InstantSource clock;

    public OrderHandler(OrderStore store, OrderDecider decider, InstantSource clock) {
        this.store = store;
        this.decider = decider;
        this.clock = clock;
    }

    /**
     * Orders a card. The history itself tells whether this order was placed before, so the usual case needs no look at
     * it: the first event of an order can be appended only once.
     *
     * @param orderId chosen by the customer's side
     * @throws StoreUnavailable when it is not known whether the order was taken; asking again finds out
     */
    public Either<Refusal, Answer> place(OrderId orderId, UserId owner, OrderContent content) {
        Actor customer = new Actor(Actor.Role.CUSTOMER, owner.value());
        Provenance by = new Intent(new CommandId(orderId.value()), customer).at(clock.instant());
        OrderCommand.Place command = new OrderCommand.Place(by, orderId, owner, Purpose.FIRST, content);
        Either<OrderRejection, List<OrderEvent>> decided = decider.decide(Order.UNPLACED, command);
        if (decided.isRight() && store.append(orderId, 0, by, decided.get())) {
            OrderHistory begun = OrderHistory.NONE.plus(orderId, by, decided.get());
            return Either.right(new Answer(begun.latest().get(), decided.get(), false));
        }
        // Also a wish that could no longer be taken today may be the repetition of one that was taken.
        return placedBefore(command)
                .getOrElse(() -> Either.left(new Refusal.ByOrder(decided.swap()
                        .getOrElseThrow(() -> new StoreUnavailable(
                                "Order " + orderId.value() + " can be neither placed nor found")))));
    }

    private Option<Either<Refusal, Answer>> placedBefore(OrderCommand.Place command) {
        OrderHistory history = store.load(command.id());
        return history.placed().map(first -> {
            if (!first.owner().equals(command.owner())) {
                return Either.left(new Refusal.OrderIdUnavailable());
            }
            if (!first.content().equals(command.content()) || first.purpose() != command.purpose()) {
                return Either.left(new Refusal.KeyReused());
            }
            return Either.right(history.answerOf(history.events().take(1)));
        });
    }

    /**
     * Changes the editable part of an order.
     *
     * @param edit makes the wanted editable part from the order's present content, or tells what is wrong with it
     */
    public Either<Refusal, Answer> change(
            OrderId orderId, Intent intent, Function<OrderContent, Either<Seq<Violation>, EditableContent>> edit) {
        return handle(
                orderId,
                intent,
                (order, by) ->
                        edit.apply(order.dossier().content()).map(wanted -> new OrderCommand.Change(by, wanted)));
    }

    /** Takes an order back. */
    public Either<Refusal, Answer> cancel(OrderId orderId, Intent intent, CancelReason reason) {
        return handle(orderId, intent, (order, by) -> Either.right(new OrderCommand.Cancel(by, reason)));
    }

    /** Activates a card; a wrong proof is an answer, too, which has caused {@link OrderEvent.ActivationRefused}. */
    public Either<Refusal, Answer> activate(OrderId orderId, Intent intent, Last4 proof) {
        return handle(orderId, intent, (order, by) -> Either.right(new OrderCommand.Activate(by, proof)));
    }

    /**
     * Takes in what another domain says. What comes {@linkplain OrderRejection.TooEarly too early} is refused; the same
     * report can be brought again under the same name. In the end that is refused, too, which is only noted or sees the
     * parcel somewhere while the order stays and waits as before: a history must stay short enough to be read. All else
     * that a report does is always taken.
     */
    public Either<Refusal, Answer> report(OrderId orderId, Intent intent, PartnerReport report) {
        return handle(
                orderId,
                intent,
                (order, by) -> Either.right(
                        switch (report) {
                            case IdentityReport r -> new OrderCommand.ReportIdentity(by, r);
                            case BureauReport r -> new OrderCommand.ReportProduction(by, r);
                            case CourierReport r -> new OrderCommand.ReportDelivery(by, r);
                        }));
    }

    /** Sends a parcel that is under way somewhere else. */
    public Either<Refusal, Answer> redirect(OrderId orderId, Intent intent, DeliveryPlan to) {
        return handle(orderId, intent, (order, by) -> Either.right(new OrderCommand.Redirect(by, to)));
    }

    /** Calls a person to an order; one that is called for this reason already, or has ended, stays as it is. */
    public Either<Refusal, Answer> callSupport(OrderId orderId, Intent intent, Attention.Reason reason) {
        return handle(orderId, intent, (order, by) -> Either.right(new OrderCommand.CallSupport(by, reason)));
    }

    /**
     * Tells an order that a deadline has passed. The deadline itself keeps this from happening twice: it is not waited
     * for any more then. A courier may set the very same one again, and then it passes again.
     */
    public Either<Refusal, Answer> passDeadline(OrderId orderId, Deadline deadline) {
        return handle(
                orderId,
                new Intent(nameOf(orderId, deadline, clock.instant()), Actor.CLOCK),
                (order, by) -> Either.right(new OrderCommand.PassDeadline(by, deadline)));
    }

    static CommandId nameOf(OrderId orderId, Deadline deadline, Instant now) {
        String name = "deadline/" + orderId.value() + "/" + deadline.what() + "/" + deadline.due() + "/" + now;
        return new CommandId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private Either<Refusal, Answer> handle(
            OrderId orderId,
            Intent intent,
            BiFunction<Order.Placed, Provenance, Either<Seq<Violation>, OrderCommand>> command) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            OrderHistory history = store.load(orderId);
            Option<OrderRevision> present = history.latest().filter(revision -> mayAct(intent.actor(), revision));
            if (present.isEmpty()) {
                return Either.left(new Refusal.ByOrder(new OrderRejection.NotPlaced()));
            }
            Option<Either<Refusal, Answer>> settled = settled(history, present.get(), intent);
            if (settled.isDefined()) {
                return settled.get();
            }
            Provenance by = intent.at(notBefore(history, clock.instant()));
            Either<OrderRejection, List<OrderEvent>> decided = command.apply(
                            present.get().order(), by)
                    .<OrderRejection>mapLeft(OrderRejection.InvalidContent::new)
                    .flatMap(wish -> decider.decide(present.get().order(), wish));
            if (decided.isLeft()) {
                return Either.left(new Refusal.ByOrder(decided.getLeft()));
            }
            List<OrderEvent> events = decided.get();
            if (isBefore(present.get(), intent) && !events.forAll(ReportNoted.class::isInstance)) {
                return Either.left(new Refusal.BeforeTheOrder());
            }
            OrderRevision then = history.plus(orderId, by, events).latest().get();
            if (Talk.isTooMuch(history, present.get(), events, then)) {
                return Either.left(new Refusal.TooManyReports());
            }
            if (events.isEmpty() || store.append(orderId, present.get().version(), by, events)) {
                return Either.right(new Answer(then, events, false));
            }
        }
        throw new StoreUnavailable("Order " + orderId.value() + " changes faster than it can be read");
    }

    /** Time does not go back within a history, whatever the clocks of two instances say. */
    private static Instant notBefore(OrderHistory history, Instant now) {
        Instant last = history.events().last().by().now();
        return now.isBefore(last) ? last : now;
    }

    /** What can be answered without deciding: the wish came before, or it was meant for another version. */
    private static Option<Either<Refusal, Answer>> settled(OrderHistory history, OrderRevision present, Intent intent) {
        Seq<RecordedEvent> earlier = history.causedBy(intent.commandId());
        if (earlier.nonEmpty()) {
            boolean sameWish = earlier.head().by().commandId().equals(intent.commandId());
            return Option.some(
                    sameWish ? Either.right(history.answerOf(earlier)) : Either.left(new Refusal.KeyReused()));
        }
        return intent.expectedVersions()
                .filter(expected -> !expected.test(present.version()))
                .map(expected -> Either.left(new Refusal.VersionMismatch(present.version())));
    }

    private static boolean isBefore(OrderRevision order, Intent intent) {
        return intent.happenedAt().exists(at -> at.isBefore(order.placedAt().minus(CLOCKS_DIFFER)));
    }

    /** Customers act on their own orders only; another's does not exist for them. */
    private static boolean mayAct(Actor actor, OrderRevision revision) {
        return actor.role() != Actor.Role.CUSTOMER
                || revision.order().dossier().owner().value().equals(actor.id());
    }
}
