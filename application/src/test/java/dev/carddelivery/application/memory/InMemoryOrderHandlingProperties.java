package dev.carddelivery.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.order.ComparedOrders;
import dev.carddelivery.application.order.OrderHandlingContract;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.state.ActionChain;

class InMemoryOrderHandlingProperties extends OrderHandlingContract {

    @Override
    protected OrderStore emptyStore() {
        return new InMemoryLog();
    }

    @Property(tries = 100)
    void theHandlerKeepsToTheModel(@ForAll("wishes") ActionChain<ComparedOrders> chain) {
        keepsToTheModel(chain);
    }

    // The property itself can fail: each of these stores is found out.

    @Example
    void aStoreThatLosesPartOfAnAppendIsFoundOut() {
        assertFoundOut(() -> new FaultyStore(
                (store, order, version, by, events) -> store.append(order, version, by, events.take(1))));
    }

    @Example
    void aStoreThatForgetsNamesIsFoundOut() {
        assertFoundOut(() -> new FaultyStore((store, order, version, by, events) -> store.append(
                order,
                version,
                new Provenance(new CommandId(UUID.randomUUID()), by.actor(), by.happenedAt(), by.now()),
                events)));
    }

    @Example
    void aStoreThatForgetsWhenThingsHappenedIsFoundOut() {
        assertFoundOut(() -> new FaultyStore((store, order, version, by, events) ->
                store.append(order, version, new Provenance(by.commandId(), by.actor(), by.now(), by.now()), events)));
    }

    private void assertFoundOut(Supplier<OrderStore> faulty) {
        assertThat(wishes(faulty).sampleStream().limit(50))
                .anySatisfy(chain ->
                        assertThatThrownBy(() -> keepsToTheModel(chain)).isNotNull());
    }

    private interface Fault {
        boolean append(InMemoryLog store, OrderId order, int version, Provenance by, List<OrderEvent> events);
    }

    private static final class FaultyStore implements OrderStore {

        private final InMemoryLog store = new InMemoryLog();
        private final Fault fault;

        private FaultyStore(Fault fault) {
            this.fault = fault;
        }

        @Override
        public OrderHistory load(OrderId orderId) {
            return store.load(orderId);
        }

        @Override
        public boolean append(OrderId orderId, int expectedVersion, Provenance by, List<OrderEvent> events) {
            return fault.append(store, orderId, expectedVersion, by, events);
        }
    }
}
