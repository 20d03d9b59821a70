package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link OrderStore} does. */
public abstract class OrderStoreContract {

    private final OrderId order = Samples.newOrderId();
    private final OrderId other = Samples.newOrderId();
    private final Provenance by = by(Actor.Role.CUSTOMER);
    private OrderStore store;

    /** A store that holds nothing yet; asked for once in each test. */
    protected abstract OrderStore emptyStore() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = emptyStore();
    }

    @Test
    void whatWasAppendedIsThereAtOnceAndAsItWas() {
        List<OrderEvent> events = SampleEvents.ofEveryKind(order);

        assertThat(store.append(order, 0, by, events)).isTrue();

        assertThat(store.load(order)).isEqualTo(OrderHistory.NONE.plus(order, by, events));
    }

    @Test
    void whoCausedAnEventStandsBesideIt() {
        OrderHistory expected = OrderHistory.NONE;
        for (Actor.Role role : Actor.Role.values()) {
            Provenance asserted = by(role);
            List<OrderEvent> events = List.of(SampleEvents.noted(role.name()));
            assertThat(store.append(order, expected.events().size(), asserted, events))
                    .isTrue();
            expected = expected.plus(order, asserted, events);
        }

        assertThat(store.load(order)).isEqualTo(expected);
    }

    @Test
    void eachAppendGoesOnWhereTheOneBeforeEnded() {
        store.append(order, 0, by, List.of(SampleEvents.placed(order)));
        store.append(order, 1, by, notes("a", "b"));

        assertThat(store.append(order, 3, by, notes("c"))).isTrue();

        assertThat(store.load(order).events().map(recorded -> recorded.version()))
                .containsExactly(1, 2, 3, 4);
        assertThat(store.load(order).events().map(recorded -> recorded.event()))
                .containsExactlyElementsOf(notes("a", "b", "c").prepend(SampleEvents.placed(order)));
    }

    @Test
    void anOrderThatNobodyPlacedHasNoHistory() {
        assertThat(store.append(order, 0, by, notes("a"))).isTrue();

        assertThat(store.load(order)).isNotEqualTo(OrderHistory.NONE);
        assertThat(store.load(other)).isEqualTo(OrderHistory.NONE);
    }

    @Test
    void ordersDoNotMix() {
        store.append(order, 0, by, notes("a"));
        store.append(other, 0, by, notes("x"));
        store.append(order, 1, by, notes("b"));

        assertThat(store.load(order)).isEqualTo(OrderHistory.NONE.plus(order, by, notes("a", "b")));
        assertThat(store.load(other)).isEqualTo(OrderHistory.NONE.plus(other, by, notes("x")));
    }

    @Test
    void ofSeveralHistoriesAsMuchIsReadAsIsWanted() {
        OrderId unknown = Samples.newOrderId();
        store.append(order, 0, by, notes("a", "b"));
        store.append(other, 0, by, notes("x"));
        store.append(order, 2, by, notes("c"));

        assertThat(store.loadUpTo(HashMap.of(order, 2, other, 5, unknown, 1)))
                .isEqualTo(HashMap.of(
                        order, OrderHistory.NONE.plus(order, by, notes("a", "b")),
                        other, OrderHistory.NONE.plus(other, by, notes("x"))));
        assertThat(store.loadUpTo(HashMap.empty())).isEmpty();
    }

    @Test
    void nothingIsAppendedToAnotherVersionThanTheExpected() {
        assertThat(store.append(order, 0, by, notes("a", "b"))).isTrue();
        OrderHistory before = store.load(order);

        assertThat(store.append(order, 0, by, notes("c", "d"))).isFalse();
        assertThat(store.append(order, 1, by, notes("c", "d"))).isFalse();
        assertThat(store.append(order, 3, by, notes("c", "d"))).isFalse();
        assertThat(store.append(other, 1, by, notes("c", "d"))).isFalse();

        assertThat(store.load(order)).isEqualTo(before);
        assertThat(store.load(other)).isEqualTo(OrderHistory.NONE);
    }

    @Test
    void aRefusedAppendCanBeMadeAgainAtTheRightVersion() {
        store.append(order, 0, by, notes("a"));
        assertThat(store.append(order, 0, by, notes("b"))).isFalse();

        assertThat(store.append(order, 1, by, notes("b"))).isTrue();

        assertThat(store.load(order)).isEqualTo(OrderHistory.NONE.plus(order, by, notes("a", "b")));
    }

    @Test
    void ofManyThatAppendToTheSameVersionOneWins() throws Exception {
        Vector<Boolean> won =
                Simultaneously.run(16, number -> () -> store.append(order, 0, by, notes("racer " + number, "end")));

        assertThat(won.filter(Boolean.TRUE::equals)).hasSize(1);
        String winner = "racer " + won.indexOf(true);
        assertThat(store.load(order)).isEqualTo(OrderHistory.NONE.plus(order, by, notes(winner, "end")));
    }

    @Test
    void aConflictHarmsNobodyElse() throws Exception {
        store.append(order, 0, by, notes("first"));
        Vector<OrderId> names = Vector.fill(40, Samples::newOrderId);

        Vector<Boolean> appended = Simultaneously.run(
                40, number -> () -> store.append(isConflict(number) ? order : names.get(number), 0, by, notes("new")));

        assertThat(appended).isEqualTo(Vector.range(0, 40).map(number -> !isConflict(number)));
        assertThat(names.map(name -> !store.load(name).events().isEmpty())).isEqualTo(appended);
    }

    private static boolean isConflict(int number) {
        return number % 4 == 0;
    }

    private static List<OrderEvent> notes(String... reports) {
        return List.of(reports).map(SampleEvents::noted);
    }

    private static Provenance by(Actor.Role role) {
        CommandId command = new CommandId(UUID.randomUUID(), "fingerprint of " + role);
        return new Provenance(
                command, new Actor(role, "somebody"), Samples.MORNING.minus(Duration.ofNanos(1_000)), Samples.MORNING);
    }
}
