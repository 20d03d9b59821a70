package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.memory.InMemoryAwaitedRequests;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.AwaitedRequests.Awaited;
import dev.carddelivery.application.report.TestIntake;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnswersAwaitedTest {

    private static final Duration FIRST = Duration.ofMinutes(10);

    private final TestIntake test = new TestIntake();
    private final InMemoryAwaitedRequests awaited = new InMemoryAwaitedRequests();
    private final RevisionTracker answers = new RevisionTracker(
            test.store(), new AnswersAwaited(awaited, new ReminderSchedule(List.of(FIRST, Duration.ofDays(1)))));

    @Test
    void aRequestIsDueAWaitAfterItsEvent() {
        OrderStory story = test.keep(OrderStory.placed());

        answers.accept(story.history().events());

        PartnerRequest check = new PartnerRequest(story.id(), 1, Kind.IDENTITY_CHECK);
        assertThat(all()).containsExactly(new Awaited(check, 0, story.now().plus(FIRST)));
    }

    @Test
    void anAnswerEndsTheWait() {
        OrderStory placed = test.keep(OrderStory.placed());
        OrderStory other = test.keep(OrderStory.placed());
        answers.accept(placed.history().events());
        answers.accept(other.history().events());

        OrderStory approved = test.keep(placed.approved());
        answers.accept(approved.history().events().drop(1));

        assertThat(all().map(each -> each.request().orderId())).containsExactly(other.id());
    }

    @Test
    void whatIsAnsweredOnTheSamePageIsNotWaitedFor() {
        OrderStory story = test.keep(OrderStory.placed().produced());

        answers.accept(story.history().events());

        assertThat(all())
                .containsExactly(new Awaited(
                        new PartnerRequest(story.id(), 5, Kind.PARCEL_DISPATCH),
                        0,
                        story.now().plus(FIRST)));
    }

    @Test
    void ofSeveralRequestsOfOneEventThoseWithAnAnswerAreWaitedFor() {
        OrderStory story = test.keep(OrderStory.placed().produced().cancelled());

        answers.accept(story.history().events());

        assertThat(all().map(each -> each.request().kind()))
                .containsExactlyInAnyOrder(Kind.CARD_STOP, Kind.PARCEL_RECALL);
    }

    @Test
    void aRepeatedPageTakesNoReminderBack() {
        OrderStory story = test.keep(OrderStory.placed());
        answers.accept(story.history().events());
        Awaited reminded = new Awaited(all().head().request(), 1, story.now().plus(Duration.ofDays(1)));
        awaited.reminded(reminded);

        answers.accept(story.history().events());

        assertThat(all()).containsExactly(reminded);
    }

    @Test
    void anOlderPageThatComesAfterANewerOneEndsNoWait() {
        OrderStory story = test.keep(OrderStory.placed().inProduction());
        answers.accept(story.history().events());

        answers.accept(story.history().events().take(1));

        assertThat(all().map(each -> each.request().kind())).contains(Kind.CARD_PRODUCE);
    }

    @Test
    void whoeverBeginsInTheMiddleKnowsTheOrderFromItsHistory() {
        OrderStory story = test.keep(OrderStory.placed().inProduction());
        Seq<RecordedEvent> last = story.history().events().takeRight(1);

        answers.accept(last);

        assertThat(all().map(each -> each.request().kind())).containsExactly(Kind.CARD_PRODUCE);
    }

    private Seq<Awaited> all() {
        return awaited.dueBy(Instant.MAX, 100);
    }
}
