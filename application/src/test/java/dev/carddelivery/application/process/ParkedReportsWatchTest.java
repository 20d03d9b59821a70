package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.DeadLetter.Reason;
import dev.carddelivery.application.report.TestIntake;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.List;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ParkedReportsWatchTest {

    private static final Duration PATIENCE = Duration.ofHours(6);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final TestIntake test = new TestIntake();
    private final ParkedReportsWatch watch = new ParkedReportsWatch(test.intake(), test.clock(), PATIENCE, PAUSE);
    private final OrderStory story = test.keep(OrderStory.placed());

    @Test
    void aReportMayWaitForAsLongAsThePatienceLasts() {
        test.report("r1", story.id(), "bureau.produced");

        test.clock().pass(PATIENCE);
        assertThat(watch.run()).isEqualTo(PAUSE);
        assertThat(test.waitingFor(story.id())).hasSize(1);

        test.clock().pass(Duration.ofMillis(1));
        assertThat(watch.run()).isEqualTo(PAUSE);
        assertThat(test.waitingFor(story.id())).isEmpty();
        assertThat(test.openLetters().map(DeadLetter::reason)).containsExactly(Reason.EARLY_FOR_TOO_LONG);
    }

    @Test
    void aBacklogIsLaidAsideLookByLook() {
        List<OrderId> orders = List.of(
                story.id(),
                test.keep(OrderStory.placed()).id(),
                test.keep(OrderStory.placed()).id());
        List.range(0, 250).forEach(i -> test.report("r" + i, orders.get(i % 3), "bureau.produced"));
        test.clock().pass(PATIENCE.plusMillis(1));

        watch.run();
        assertThat(orders.flatMap(test::waitingFor)).hasSize(150);
        watch.run();
        watch.run();

        assertThat(orders.flatMap(test::waitingFor)).isEmpty();
        assertThat(test.openLetters()).hasSize(250);
    }
}
