package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Stream;
import io.vavr.collection.Vector;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SideBySideTest {

    private final Set<Integer> done = ConcurrentHashMap.newKeySet();

    @Test
    void allAreWorkedOnAtTheSameTime() {
        assertTogether(Vector.range(0, 50));
    }

    @Test
    void thoseOfALazySequenceAreToo() {
        assertTogether(Stream.range(0, 50));
    }

    @Test
    void whereThereIsNothingToDoNothingIsWaitedFor() {
        SideBySide.forEach(List.<Integer>empty(), done::add);

        assertThat(done).isEmpty();
    }

    @Test
    void anInterruptDisturbsNobodyAndIsKept() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        AtomicBoolean disturbed = new AtomicBoolean();
        AtomicBoolean kept = new AtomicBoolean();
        Thread caller = Thread.ofVirtual().start(() -> {
            SideBySide.forEach(List.of(1), number -> {
                started.countDown();
                disturbed.set(!await(finish));
                done.add(number);
            });
            kept.set(Thread.currentThread().isInterrupted());
        });

        started.await();
        caller.interrupt();
        finish.countDown();
        caller.join();

        assertThat(done).containsExactly(1);
        assertThat(disturbed).isFalse();
        assertThat(kept).isTrue();
    }

    /** Each of the 50 goes on only when all of them are there. */
    private void assertTogether(Seq<Integer> numbers) {
        CyclicBarrier together = new CyclicBarrier(50);

        SideBySide.forEach(numbers, number -> {
            try {
                together.await(10, TimeUnit.SECONDS);
                done.add(number);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                // Not all came; the first to lose patience sends the others home, too.
            }
        });

        assertThat(done).hasSize(50);
    }

    /** Returns whether nobody disturbed the wait. */
    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
