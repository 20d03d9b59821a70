package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.memory.InMemoryCheckpoints;
import dev.carddelivery.application.report.TestIntake;
import dev.carddelivery.domain.order.Status;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class ParkedReportsReleaseTest {

    private final TestIntake test = new TestIntake();
    private final ParkedReportsRelease release = new ParkedReportsRelease(test.intake());
    private final Subscription subscription =
            new Subscription("release", test.log(), new InMemoryCheckpoints(), release);

    @Test
    void anOrderThatMovesWakesItsReports() {
        OrderStory story = test.keep(OrderStory.placed());
        test.report("r1", story.id(), "bureau.produced");
        test.report("r2", story.id(), "courier.delivered");
        subscription.catchUp();
        assertThat(test.waitingFor(story.id())).hasSize(2);

        test.keep(story.inProduction());
        subscription.catchUp();

        assertThat(test.status(story.id())).isEqualTo(Status.DELIVERED);
        assertThat(test.waitingFor(story.id())).isEmpty();
    }

    @Test
    void anOrderThatHasEndedFreesItsReports() {
        OrderStory story = test.keep(OrderStory.placed());
        test.report("r1", story.id(), "bureau.produced");

        test.keep(story.cancelled());
        subscription.catchUp();

        assertThat(test.status(story.id())).isEqualTo(Status.CANCELLED);
        assertThat(test.waitingFor(story.id())).isEmpty();
        assertThat(test.openLetters()).isEmpty();
    }

    @Test
    void reportsOfOrdersThatDoNotMoveSleepOn() {
        OrderStory moving = test.keep(OrderStory.placed());
        OrderStory ready = test.keep(OrderStory.placed());
        test.report("r1", moving.id(), "bureau.produced");
        test.report("r2", ready.id(), "bureau.produced");
        test.keep(ready.inProduction());

        release.accept(test.keep(moving.inProduction()).history().events());

        assertThat(Vector.of(moving, ready).map(story -> test.status(story.id())))
                .containsExactly(Status.PRODUCED, Status.IN_PRODUCTION);
    }
}
