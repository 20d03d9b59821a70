package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.CapturedLog;
import dev.carddelivery.application.port.Leadership;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkerTest {

    private static final Leadership LEADER = () -> true;
    private static final Duration VERY_LONG = Duration.ofDays(1);

    private final AtomicInteger steps = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CapturedLog log = new CapturedLog(Worker.class);
    private Worker worker;

    @AfterEach
    void close() {
        worker.close();
        log.close();
    }

    @Test
    void theStepIsRepeated() throws Exception {
        CountDownLatch thousand = new CountDownLatch(1_000);

        worker = Worker.start("repeating", LEADER, () -> counted(thousand));

        thousand.await();
    }

    @Test
    void failuresInARowMakeThePauseLonger() throws Exception {
        CountDownLatch sixth = new CountDownLatch(6);
        worker = Worker.start("failing", LEADER, () -> {
            sixth.countDown();
            if (sixth.getCount() != 2) {
                throw new IllegalStateException("not yet");
            }
            return Duration.ZERO;
        });
        sixth.await();

        worker.close();

        String failed = "failing failed and will be tried again in ";
        assertThat(log.messages())
                .startsWith(failed + "500 ms", failed + "1000 ms", failed + "2000 ms", failed + "500 ms");
    }

    @Test
    void nothingIsDoneAfterClosing() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        AtomicBoolean closed = new AtomicBoolean();
        worker = Worker.start("closing", LEADER, () -> {
            if (closed.get()) {
                late.countDown();
            }
            return counted(first);
        });
        first.await();

        worker.close();
        closed.set(true);

        assertThat(late.await(100, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void closingInterruptsAStepThatWaits() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        worker = Worker.start("waiting", LEADER, () -> {
            first.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
            return Duration.ZERO;
        });
        first.await();

        worker.close();

        assertThat(interrupted).isTrue();
    }

    @Test
    void closingEndsARest() throws Exception {
        worker = Worker.start("resting", LEADER, () -> {
            counted(first);
            return VERY_LONG;
        });
        first.await();

        worker.close();

        assertThat(steps).hasValue(1);
    }

    @Test
    void aStepThatFailsIsLoggedAndTriedAgain() throws Exception {
        Semaphore tried = new Semaphore(0);

        worker = Worker.start("failing", LEADER, () -> {
            tried.release();
            if (steps.incrementAndGet() == 1) {
                throw new IllegalStateException("on purpose, by a test");
            }
            return VERY_LONG;
        });

        tried.acquire(2);
        assertThat(log.messages()).containsExactly("failing failed and will be tried again in 500 ms");
    }

    @Test
    void aStepThatFailsBadlyIsTriedAgain() throws Exception {
        Semaphore tried = new Semaphore(0);

        worker = Worker.start("failing badly", LEADER, () -> {
            tried.release();
            if (steps.incrementAndGet() == 1) {
                throw new StackOverflowError("on purpose, by a test");
            }
            return VERY_LONG;
        });

        tried.acquire(2);
    }

    @Test
    void aFollowerRestsUntilItLeads() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger askedBeforeTheFirstStep = new AtomicInteger();

        worker = Worker.start("following", () -> asked.incrementAndGet() > 2, () -> {
            askedBeforeTheFirstStep.compareAndSet(0, asked.get());
            counted(first);
            return VERY_LONG;
        });
        first.await();

        assertThat(askedBeforeTheFirstStep).hasValue(3);
    }

    @Test
    void aLeadershipThatCannotBeAskedIsAskedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Leadership unsure = () -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("on purpose, by a test");
            }
            return true;
        };

        worker = Worker.start("unsure", unsure, () -> counted(first));

        first.await();
    }

    private Duration counted(CountDownLatch latch) {
        steps.incrementAndGet();
        latch.countDown();
        return Duration.ZERO;
    }
}
