package dev.carddelivery.application.order;

import static org.assertj.core.api.Assertions.assertThatObject;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.UnreliableStore;
import dev.carddelivery.application.UnreliableStore.Mishap;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderRejection;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.person.UserId;
import dev.carddelivery.domain.testing.Material;
import dev.carddelivery.domain.testing.Move;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Supplier;

/** Some orders behind a handler over the store under test, each beside what the reference model makes of it. */
public final class ComparedOrders {

    private static final int MOST = 3;

    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final UnreliableStore store;
    private final OrderHandler handler;
    private Vector<ComparedOrder> orders = Vector.empty();
    private Vector<Fulfilled> fulfilled = Vector.empty();

    /** What happens to a wish on its way to the store, which the caller then makes again. */
    public enum Trouble {
        NONE,
        CONFLICT,
        REQUEST_LOST,
        ANSWER_LOST
    }

    /** A wish that was recorded, with the answer that it got the first time, or should have got. */
    private record Fulfilled(Wish wish, Answer answer) {}

    ComparedOrders(OrderStore store) {
        this.store = new UnreliableStore(store);
        this.handler = new OrderHandler(this.store, new OrderDecider(ServiceTerms.REAL), clock);
    }

    boolean canBegin() {
        return orders.size() < MOST;
    }

    boolean haveBegun() {
        return orders.nonEmpty();
    }

    /** Places one more order. */
    void begin(Material material, Trouble trouble) {
        if (orders.forAll(order -> !order.id().equals(material.id()))) {
            orders = orders.append(ComparedOrder.of(material));
            make(orders.size() - 1, Move.PLACE, trouble);
        }
    }

    /** Makes the move that gets this order furthest. */
    void goOn(int number, Trouble trouble) {
        make(number, nth(orders, number).onward(), trouble);
    }

    /** Makes a move with this order, and compares the answer. Who places an order again is another story. */
    void make(int number, Move move, Trouble trouble) {
        ComparedOrder order = nth(orders, number);
        if (move == Move.PLACE && order.isPlaced()) {
            return;
        }
        ComparedOrder moved = order.make(move);
        Wish wish = moved.lastWish();
        Either<Refusal, Answer> expected = moved.lastAnswer();
        orders = orders.update(number % orders.size(), moved);

        assertThatObject(send(wish, trouble)).isEqualTo(expected(expected, trouble));

        if (expected.exists(answer -> answer.caused().nonEmpty())) {
            fulfilled = fulfilled.append(new Fulfilled(wish, expected.get()));
        }
    }

    /** Makes a wish again that was recorded before: it gets the same answer. */
    void repeat(int number) {
        Fulfilled earlier = nth(fulfilled, number);

        assertThatObject(send(earlier.wish(), Trouble.NONE)).isEqualTo(Either.right(replayed(earlier.answer())));
    }

    /** Uses the name of a recorded wish for something else. */
    void reuseKey(int number) {
        Wish earlier = nth(fulfilled, number).wish();
        CommandId name = new CommandId(earlier.by().commandId().value(), "something else");

        assertThatObject(cancel(
                        earlier.material(),
                        new Intent(name, Samples.customer(earlier.material().owner()))))
                .isEqualTo(Either.left(new Refusal.KeyReused()));
    }

    /** Another customer wants something of this order, under a new name and under one that is known already. */
    void trespass(int number) {
        ComparedOrder order = nth(orders, number);
        Material material = order.material();
        UserId stranger = new UserId(material.owner().value().equals("eve") ? "mallory" : "eve");
        CommandId known = order.history().events().last().by().commandId();

        for (CommandId name : List.of(Samples.newCommandId(), known)) {
            assertThatObject(cancel(material, new Intent(name, Samples.customer(stranger))))
                    .isEqualTo(Either.left(new Refusal.ByOrder(new OrderRejection.NotPlaced())));
        }
        assertThatObject(handler.place(order.id(), stranger, material.content()))
                .isEqualTo(Either.left(new Refusal.OrderIdUnavailable()));
    }

    /** The owner wants something of this order as it was before its last event. */
    void comeLate(int number) {
        ComparedOrder order = nth(orders, number);
        int version = order.history().events().size();
        Intent late = new Intent(
                Samples.newCommandId(),
                Samples.customer(order.material().owner()),
                Option.none(),
                Option.some(present -> present == version - 1));

        assertThatObject(cancel(order.material(), late)).isEqualTo(Either.left(new Refusal.VersionMismatch(version)));
    }

    /** The store holds exactly what was expected to be recorded, and who caused it. */
    void compareHistories() {
        orders.forEach(order -> assertThatObject(store.load(order.id())).isEqualTo(order.history()));
    }

    private Either<Refusal, Answer> send(Wish wish, Trouble trouble) {
        clock.set(wish.by().now());
        Supplier<Either<Refusal, Answer>> request = () -> wish.askOf(handler);
        switch (trouble) {
            case NONE -> store.calm();
            case CONFLICT -> store.next(Mishap.CONFLICT);
            case REQUEST_LOST -> store.next(Mishap.REQUEST_LOST);
            case ANSWER_LOST -> store.next(Mishap.ANSWER_LOST);
        }
        try {
            return request.get();
        } catch (StoreUnavailable lost) {
            return request.get();
        } finally {
            store.calm();
        }
    }

    /** Whose answer was lost finds the first one; all other trouble leaves no trace. */
    private static Either<Refusal, Answer> expected(Either<Refusal, Answer> first, Trouble trouble) {
        return first.map(
                answer -> trouble == Trouble.ANSWER_LOST && answer.caused().nonEmpty() ? replayed(answer) : answer);
    }

    private static Answer replayed(Answer answer) {
        return new Answer(answer.revision(), answer.caused(), true);
    }

    private Either<Refusal, Answer> cancel(Material material, Intent intent) {
        return handler.cancel(material.id(), intent, CancelReason.OTHER);
    }

    private static <T> T nth(Vector<T> all, int number) {
        return all.get(number % all.size());
    }
}
