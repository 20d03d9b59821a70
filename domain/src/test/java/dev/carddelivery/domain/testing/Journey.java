package dev.carddelivery.domain.testing;

import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderCommand;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderEvolver;
import dev.carddelivery.domain.order.OrderRejection;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.order.Status;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * One order, driven through its life by the decider, move by move.
 *
 * @param decider who decides
 * @param material what the commands are made of
 * @param now later than everything that has happened
 * @param order the order as it is
 * @param steps what was done to it, oldest first
 */
public record Journey(OrderDecider decider, Material material, Instant now, Order order, Vector<Step> steps) {

    private static final Duration STEP = Duration.ofMillis(1);

    /**
     * One move of a journey.
     *
     * @param move which one
     * @param before the order before it
     * @param command how it was made
     * @param verdict what was decided
     * @param after the order after it; the same as before where nothing was recorded
     */
    public record Step(
            Move move,
            Order before,
            OrderCommand command,
            Either<OrderRejection, List<OrderEvent>> verdict,
            Order after) {

        /** What was recorded; empty where the command was refused or all was as wished already. */
        public List<OrderEvent> events() {
            return verdict.getOrElse(List.empty());
        }

        /** The verdict in the words of the reference model. */
        public LifecycleModel.Answer answer() {
            if (verdict.isLeft()) {
                return LifecycleModel.Answer.REFUSED;
            }
            if (events().isEmpty()) {
                return LifecycleModel.Answer.NOTHING;
            }
            return events().forAll(OrderEvent.ReportNoted.class::isInstance)
                    ? LifecycleModel.Answer.NOTED
                    : LifecycleModel.Answer.RECORDED;
        }
    }

    /** Nothing has happened yet; the terms are those of real life. */
    public static Journey of(Material material) {
        return new Journey(
                new OrderDecider(ServiceTerms.REAL), material, Timeline.PLACED_AT, Order.UNPLACED, Vector.empty());
    }

    /** The same journey one move later. Time moves on a little, and up to a deadline when that passes. */
    public Journey make(Move move) {
        OrderCommand command = move.on(order, material, now);
        Either<OrderRejection, List<OrderEvent>> verdict = decider.decide(order, command);
        Order after = verdict.getOrElse(List.empty()).foldLeft(order, OrderEvolver::evolve);
        Instant heard = move == Move.DEADLINE_PASSED ? command.by().now() : now;
        Step step = new Step(move, order, command, verdict, after);
        return new Journey(decider, material, heard.plus(STEP), after, steps.append(step));
    }

    /** The same journey after its {@linkplain #onward() onward} move. */
    public Journey goOn() {
        return make(onward());
    }

    /** All that was done, oldest first. */
    public Seq<Move> moves() {
        return steps.map(Step::move);
    }

    /** All that was recorded, oldest first. */
    public List<OrderEvent> history() {
        return steps.flatMap(Step::events).toList();
    }

    /** The status of the order; none before it was placed. */
    public Option<Status> status() {
        return placed().map(Status::of);
    }

    /** Why a person must look at the order, if one must. */
    public Option<Attention.Reason> calling() {
        return placed().flatMap(o -> o.dossier().attention()).map(Attention::reason);
    }

    private Option<Order.Placed> placed() {
        return order instanceof Order.Placed placed ? Option.some(placed) : Option.none();
    }

    /** The move by which this order gets furthest if nothing goes wrong. */
    public Move onward() {
        return switch (order) {
            case Order.Unplaced o -> Move.PLACE;
            case Order.Verifying o -> Move.IDENTITY_PASSED;
            case Order.Approved o -> Move.DEADLINE_PASSED;
            case Order.InProduction o -> Move.BUREAU_PRODUCED;
            case Order.Produced o -> Move.COURIER_DISPATCHED;
            case Order.InDelivery o -> Move.COURIER_DELIVERED;
            case Order.Delivered o -> Move.PROVE_RIGHT_AFTER_LOCK;
            case Order.Recalling o -> Move.COURIER_RETURNED;
            case Order.Returning o -> Move.COURIER_RETURNED;
            case Order.Active o -> Move.DEADLINE_PASSED;
            case Order.Ended o -> Move.CANCEL;
        };
    }
}
