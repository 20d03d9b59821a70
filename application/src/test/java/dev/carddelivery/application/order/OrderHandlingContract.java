package dev.carddelivery.application.order;

import static net.jqwik.api.state.Transformer.mutate;

import dev.carddelivery.application.order.ComparedOrders.Trouble;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.domain.testing.OrderArbitraries;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;

/**
 * What an {@link OrderHandler} does over every {@link OrderStore}, whatever is asked of whichever order, repeated,
 * misused or lost on the way: the same as the reference model, and so the same as over every other store.
 *
 * <p>A property over {@code @ForAll("wishes") ActionChain<ComparedOrders>} hands its chain to {@link #keepsToTheModel}.
 */
public abstract class OrderHandlingContract {

    private static final int LONGEST_CHAIN = 40;

    /** A store that holds nothing yet; asked for once in each try. */
    protected abstract OrderStore emptyStore();

    /** Everything that can be asked of a few orders, and everything that can happen to it on the way. */
    @Provide
    protected ActionChainArbitrary<ComparedOrders> wishes() {
        return wishes(this::emptyStore);
    }

    /** Makes all these wishes, and compares after each. */
    protected static void keepsToTheModel(ActionChain<ComparedOrders> chain) {
        chain.withInvariant("expected histories", ComparedOrders::compareHistories)
                .run();
    }

    /** The same, asked of the orders in this store. */
    protected static ActionChainArbitrary<ComparedOrders> wishes(Supplier<OrderStore> store) {
        return ActionChain.startWith(() -> new ComparedOrders(store.get()))
                .withAction(2, when(ComparedOrders::canBegin, begin()))
                .withAction(6, when(ComparedOrders::haveBegun, goOn()))
                .withAction(6, when(ComparedOrders::haveBegun, move()))
                .withAction(3, when(ComparedOrders::haveBegun, repeat()))
                .withAction(1, when(ComparedOrders::haveBegun, reuseKey()))
                .withAction(1, when(ComparedOrders::haveBegun, trespass()))
                .withAction(1, when(ComparedOrders::haveBegun, comeLate()))
                .withMaxTransformations(LONGEST_CHAIN);
    }

    private static Arbitrary<Transformer<ComparedOrders>> begin() {
        return Combinators.combine(OrderArbitraries.materials(), troubles())
                .as((material, trouble) -> mutate("place, " + trouble, orders -> orders.begin(material, trouble)));
    }

    private static Arbitrary<Transformer<ComparedOrders>> goOn() {
        return Combinators.combine(numbers(), troubles())
                .as((number, trouble) ->
                        mutate(number + " goes on, " + trouble, orders -> orders.goOn(number, trouble)));
    }

    private static Arbitrary<Transformer<ComparedOrders>> move() {
        return Combinators.combine(numbers(), OrderArbitraries.moves(), troubles())
                .as((number, move, trouble) ->
                        mutate(number + ": " + move + ", " + trouble, orders -> orders.make(number, move, trouble)));
    }

    private static Arbitrary<Transformer<ComparedOrders>> repeat() {
        return numbers().map(number -> mutate("repeat " + number, orders -> orders.repeat(number)));
    }

    private static Arbitrary<Transformer<ComparedOrders>> reuseKey() {
        return numbers().map(number -> mutate("reuse the key of " + number, orders -> orders.reuseKey(number)));
    }

    private static Arbitrary<Transformer<ComparedOrders>> trespass() {
        return numbers().map(number -> mutate("trespass on " + number, orders -> orders.trespass(number)));
    }

    private static Arbitrary<Transformer<ComparedOrders>> comeLate() {
        return numbers().map(number -> mutate("come late for " + number, orders -> orders.comeLate(number)));
    }

    private static Action.Independent<ComparedOrders> when(
            Predicate<ComparedOrders> precondition, Arbitrary<Transformer<ComparedOrders>> transformer) {
        return new Action.Independent<>() {
            @Override
            public boolean precondition(ComparedOrders orders) {
                return precondition.test(orders);
            }

            @Override
            public Arbitrary<Transformer<ComparedOrders>> transformer() {
                return transformer;
            }
        };
    }

    /** Which of the orders, or which of the wishes that were made; taken modulo how many there are. */
    private static Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(0, 59);
    }

    private static Arbitrary<Trouble> troubles() {
        return Arbitraries.frequency(
                Tuple.of(6, Trouble.NONE),
                Tuple.of(1, Trouble.CONFLICT),
                Tuple.of(1, Trouble.REQUEST_LOST),
                Tuple.of(1, Trouble.ANSWER_LOST));
    }
}
