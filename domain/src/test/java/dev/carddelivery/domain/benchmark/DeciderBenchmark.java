package dev.carddelivery.domain.benchmark;

import static dev.carddelivery.domain.testing.Moment.at;

import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderCommand;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderEvolver;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.testing.Examples;
import dev.carddelivery.domain.testing.Histories;
import dev.carddelivery.domain.testing.Timeline;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to decide and to evolve, on the fast path of every request; to stay below 2 microseconds. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class DeciderBenchmark {

    private final OrderDecider decider = new OrderDecider(ServiceTerms.REAL);
    private final Order underWay = OrderEvolver.replay(Histories.IN_DELIVERY);
    private final OrderCommand place =
            at(Timeline.PLACED_AT).place(Examples.ORDER_ID, Examples.OWNER, Examples.CONTENT);
    private final OrderCommand report = at(Timeline.WAITING_AT).hear(new CourierReport.InTransit(Examples.PARCEL));

    /** A new order. */
    @Benchmark
    public Order placeAnOrder() {
        return decideAndEvolve(Order.UNPLACED, place);
    }

    /** A courier's report on an order half-way through its life. */
    @Benchmark
    public Order hearAReport() {
        return decideAndEvolve(underWay, report);
    }

    private Order decideAndEvolve(Order order, OrderCommand command) {
        return decider.decide(order, command).get().foldLeft(order, OrderEvolver::evolve);
    }
}
