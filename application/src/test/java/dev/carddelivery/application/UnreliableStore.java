package dev.carddelivery.application;

import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/** A store to whose next appends something happens, one mishap to each. */
public final class UnreliableStore implements OrderStore {

    private final OrderStore store;
    private final Queue<Mishap> mishaps = new ConcurrentLinkedQueue<>();
    private final Set<OrderId> spoiled = ConcurrentHashMap.newKeySet();

    /** What happens to an append. */
    @FunctionalInterface
    public interface Mishap {

        /** The request does not get through: nothing is appended, and the caller cannot know. */
        Mishap REQUEST_LOST = append -> {
            throw new StoreUnavailable("the request was lost");
        };

        /** The answer does not get through: the events are appended, and the caller cannot know. */
        Mishap ANSWER_LOST = append -> {
            boolean appended = append.getAsBoolean();
            throw new StoreUnavailable("the answer was lost: " + appended);
        };

        /** A conflict, whatever the version is. */
        Mishap CONFLICT = append -> false;

        /** Somebody else does something between the caller's decision and its append. */
        static Mishap overtakenBy(Runnable other) {
            return append -> {
                other.run();
                return append.getAsBoolean();
            };
        }

        /** Answers in the place of {@code append}. */
        boolean happenTo(BooleanSupplier append);
    }

    public UnreliableStore(OrderStore store) {
        this.store = store;
    }

    /** Makes this happen to the next append to which nothing is to happen yet. */
    public void next(Mishap mishap) {
        mishaps.add(mishap);
    }

    /** Lets nothing happen any more, until something is made to. */
    public void calm() {
        mishaps.clear();
    }

    /** Puts something into an order's history that cannot be read. */
    public void spoil(OrderId orderId) {
        spoiled.add(orderId);
    }

    @Override
    public OrderHistory load(OrderId orderId) {
        if (spoiled.contains(orderId)) {
            throw new IllegalStateException("An event cannot be read");
        }
        return store.load(orderId);
    }

    @Override
    public boolean append(OrderId orderId, int expectedVersion, Provenance by, List<OrderEvent> events) {
        BooleanSupplier append = () -> store.append(orderId, expectedVersion, by, events);
        Mishap mishap = mishaps.poll();
        return mishap == null ? append.getAsBoolean() : mishap.happenTo(append);
    }
}
