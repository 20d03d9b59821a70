package dev.carddelivery.domain.testing;

import static org.assertj.core.api.Assertions.assertThatObject;

import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderCommand;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderEvolver;
import dev.carddelivery.domain.order.OrderRejection;
import dev.carddelivery.domain.order.ServiceTerms;
import io.vavr.collection.List;
import io.vavr.control.Either;

/**
 * A rule about orders in one sentence: {@code given(what happened).when(command).then(what happens)}.
 *
 * @param decider who decides
 * @param history what happened before, oldest first
 */
public record OrderSpecification(OrderDecider decider, List<OrderEvent> history) {

    /** An order with this history, under the terms of real life. */
    public static OrderSpecification given(List<OrderEvent> history) {
        return new OrderSpecification(new OrderDecider(ServiceTerms.REAL), history);
    }

    /** And then this happened. */
    public OrderSpecification and(OrderEvent... further) {
        return new OrderSpecification(decider, history.appendAll(List.of(further)));
    }

    /** And then this was commanded, and what was decided happened; a refusal is an error of the test. */
    public OrderSpecification and(OrderCommand command) {
        return new OrderSpecification(
                decider, history.appendAll(when(command).verdict().get()));
    }

    /** What the history has made of the order. */
    public Order order() {
        return OrderEvolver.replay(history);
    }

    /** What is decided about {@code command}. */
    public Decision when(OrderCommand command) {
        return new Decision(decider.decide(order(), command));
    }

    /** What was decided, compared as data. */
    public record Decision(Either<OrderRejection, List<OrderEvent>> verdict) {

        /** Exactly these events are recorded, in this order. */
        public void then(OrderEvent... expected) {
            assertThatObject(verdict).isEqualTo(Either.right(List.of(expected)));
        }

        /** All is as wished already. */
        public void thenNothing() {
            then();
        }

        /** The report is noted, and changes nothing. */
        public void thenNoted(String report, OrderEvent.ReportNoted.Reason reason) {
            then(new OrderEvent.ReportNoted(report, reason));
        }

        /** The command is refused for this reason. */
        public void thenRejected(OrderRejection expected) {
            assertThatObject(verdict).isEqualTo(Either.left(expected));
        }
    }
}
