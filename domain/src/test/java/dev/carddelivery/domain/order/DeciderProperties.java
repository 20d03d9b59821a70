package dev.carddelivery.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import dev.carddelivery.domain.order.Order.Active;
import dev.carddelivery.domain.order.Order.Delivered;
import dev.carddelivery.domain.order.Order.Ended;
import dev.carddelivery.domain.order.OrderCommand.Activate;
import dev.carddelivery.domain.order.OrderEvent.OrderChanged;
import dev.carddelivery.domain.order.OrderEvent.ParcelRedirected;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import dev.carddelivery.domain.testing.CardDeliveryDomain;
import dev.carddelivery.domain.testing.Journey;
import dev.carddelivery.domain.testing.Journey.Step;
import dev.carddelivery.domain.testing.Move;
import io.vavr.collection.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What holds of every order, wherever it has got to, and of every command. */
@Domain(CardDeliveryDomain.class)
class DeciderProperties {

    private static final OrderDecider DECIDER = new OrderDecider(ServiceTerms.REAL);

    @Property(tries = 200)
    void everyRecordedEventButANoteChangesTheOrder(@ForAll Journey life, @ForAll OrderCommand command) {
        Order order = life.order();
        for (OrderEvent event : decide(order, command)) {
            Order evolved = OrderEvolver.evolve(order, event);
            boolean forTheRecordOnly = event instanceof ReportNoted
                    || event instanceof OrderChanged confirmed && isOrdered(confirmed, order)
                    || event instanceof ParcelRedirected redirected && isOrdered(redirected, order);
            assertThat(evolved.equals(order))
                    .as("%s leaves the order as it is", event)
                    .isEqualTo(forTheRecordOnly);
            order = evolved;
        }
    }

    @Property(tries = 200)
    void whateverHappensAPlacedOrderStaysAnOrder(@ForAll Order order, @ForAll OrderEvent event) {
        Order evolved = OrderEvolver.evolve(order, event);
        assertThat(evolved instanceof Order.Placed)
                .isEqualTo(order instanceof Order.Placed || event instanceof OrderEvent.OrderPlaced);
    }

    @Property(tries = 100)
    void replayingAHistoryEqualsHavingLivedIt(@ForAll Journey life) {
        assertThatObject(OrderEvolver.replay(life.history())).isEqualTo(life.order());
    }

    @Property(tries = 100)
    void equalOrdersAndCommandsGiveEqualEvents(@ForAll Journey life, @ForAll OrderCommand command) {
        Order replayed = OrderEvolver.replay(life.history());
        assertThatObject(new OrderDecider(ServiceTerms.REAL).decide(replayed, command))
                .isEqualTo(DECIDER.decide(life.order(), command));
    }

    @Property(tries = 100)
    void nothingChangesAnOrderThatHasEnded(@ForAll Journey life, @ForAll OrderCommand command) {
        Journey ended = toItsEnd(life);
        assertThatObject(decide(ended.order(), command).foldLeft(ended.order(), OrderEvolver::evolve))
                .isEqualTo(ended.order());
        for (Move move : Move.values()) {
            assertThatObject(ended.make(move).order()).as("after %s", move).isEqualTo(ended.order());
        }
    }

    @Property(tries = 200)
    void aCardBecomesActiveOnlyInItsCustomersHandsByItsOwnDigits(@ForAll Journey life) {
        for (Step step : life.steps()) {
            if (step.after() instanceof Active && !(step.before() instanceof Active)) {
                Delivered delivered = (Delivered) step.before();
                Activate proven = (Activate) step.command();
                assertThat(proven.proof()).isEqualTo(delivered.plastic().last4());
                assertThat(delivered.isLockedAt(proven.by().now())).isFalse();
            }
        }
    }

    @Property(tries = 200)
    void noCommandActivatesACardButTheRightProof(@ForAll Journey life, @ForAll OrderCommand command) {
        boolean activates = decide(life.order(), command).exists(OrderEvent.CardActivated.class::isInstance);
        boolean proven = life.order() instanceof Delivered delivered
                && command instanceof Activate activate
                && activate.proof().equals(delivered.plastic().last4());
        assertThat(activates && !proven).isFalse();
    }

    private static boolean isOrdered(OrderChanged confirmed, Order order) {
        return ((Order.Placed) order).dossier().content().editable().equals(confirmed.content());
    }

    private static boolean isOrdered(ParcelRedirected redirected, Order order) {
        return ((Order.Placed) order).dossier().content().delivery().equals(redirected.to());
    }

    private static List<OrderEvent> decide(Order order, OrderCommand command) {
        return DECIDER.decide(order, command).getOrElse(List.empty());
    }

    private static Journey toItsEnd(Journey life) {
        Journey ended = life;
        while (!(ended.order() instanceof Ended)) {
            ended = ended.goOn();
        }
        return ended;
    }
}
