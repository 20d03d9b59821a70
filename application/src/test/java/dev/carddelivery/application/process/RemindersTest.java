package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.CapturedLog;
import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.UnreliableStore.Mishap;
import dev.carddelivery.application.memory.InMemoryAwaitedRequests;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.AwaitedRequests.Awaited;
import dev.carddelivery.application.report.TestIntake;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class RemindersTest {

    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration SECOND = Duration.ofHours(1);
    private static final Duration THIRD = Duration.ofHours(5);
    private static final ReminderSchedule SCHEDULE = new ReminderSchedule(List.of(FIRST, SECOND, THIRD));

    private final TestIntake test = new TestIntake();
    private final InMemoryAwaitedRequests awaited = new InMemoryAwaitedRequests();
    private final Queue<OutgoingMessage> published = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final Reminders reminders = new Reminders(
            awaited,
            test.store(),
            new OrderHandler(test.store(), new OrderDecider(ServiceTerms.REAL), test.clock()),
            this::publish,
            SCHEDULE,
            test.clock(),
            PAUSE);

    private final OrderStory story = ask(OrderStory.placed());
    private final PartnerRequest check = new PartnerRequest(story.id(), 1, Kind.IDENTITY_CHECK);

    @Test
    void whoDoesNotAnswerIsAskedAgainInTheSameWords() {
        test.clock().pass(FIRST.minusMillis(1));
        assertThat(reminders.run()).isEqualTo(PAUSE);
        assertThat(published).isEmpty();

        test.clock().pass(Duration.ofMillis(1));
        assertThat(reminders.run()).isEqualTo(PAUSE);

        assertThat(published)
                .containsExactly(new OutgoingMessage.Request(
                        check, story.history().events().head(), story.latest()));
        assertThat(all())
                .containsExactly(new Awaited(check, 1, test.clock().instant().plus(SECOND)));
    }

    @Test
    void aReminderTellsOfTheOrderAsItWasWhenItWasAskedFirst() {
        OrderStory produced = ask(OrderStory.placed().produced());
        test.keep(produced.reported(new BureauReport.Accepted()));
        test.clock().pass(FIRST);

        reminders.run();

        assertThat(published)
                .contains(new OutgoingMessage.Request(
                        new PartnerRequest(produced.id(), 5, Kind.PARCEL_DISPATCH),
                        produced.history().events().last(),
                        produced.latest()));
    }

    @Test
    void whatThePartnerWasAskedSinceIsRepeatedAfterIt() {
        OrderStory produced = ask(OrderStory.placed().produced());
        OrderStory redirected = test.keep(produced.redirected(Examples.DELIVERY));
        test.clock().pass(FIRST);

        reminders.run();

        assertThat(published)
                .filteredOn(message -> message.orderId().equals(produced.id()))
                .containsExactly(
                        new OutgoingMessage.Request(
                                new PartnerRequest(produced.id(), 5, Kind.PARCEL_DISPATCH),
                                produced.history().events().last(),
                                produced.latest()),
                        new OutgoingMessage.Request(
                                new PartnerRequest(produced.id(), 6, Kind.PARCEL_REDIRECT),
                                redirected.history().events().last(),
                                redirected.latest()));
    }

    @Test
    void whenAllRemindersWereInVainAPersonIsCalled() {
        for (Duration wait : SCHEDULE.waits()) {
            assertThat(attention()).isEmpty();
            test.clock().pass(wait);
            reminders.run();
        }

        assertThat(published).hasSize(2);
        assertThat(attention()).containsExactly(Attention.Reason.PARTNER_SILENT);
        assertThat(all()).isEmpty();
    }

    @Test
    void anAnswerThatIsInTheHistoryEndsTheWaitEvenIfNobodyHasHeardOfIt() {
        test.keep(story.approved());
        test.clock().pass(FIRST);

        reminders.run();

        assertThat(published).isEmpty();
        assertThat(all()).isEmpty();
    }

    @Test
    void anAnswerThatComesJustBeforeTheCallIsHeard() {
        remindTwice();
        test.store().next(Mishap.overtakenBy(() -> test.keep(story.approved())));
        test.clock().pass(THIRD);

        reminders.run();
        test.clock().pass(Duration.ofSeconds(1));
        reminders.run();

        assertThat(attention()).isEmpty();
        assertThat(test.status(story.id())).isEqualTo(Status.APPROVED);
        assertThat(all()).isEmpty();
    }

    @Test
    void whoWasCalledIsNotCalledAgainAfterACrash() {
        remindTwice();
        test.clock().pass(THIRD);
        Awaited last = all().head();
        reminders.run();
        awaited.update(List.of(last), HashMap.empty());
        test.clock().pass(Duration.ofDays(1));

        reminders.run();

        assertThat(test.log().load(story.id()).events().map(RecordedEvent::event))
                .filteredOn(OrderEvent.AttentionRaised.class::isInstance)
                .hasSize(1);
        assertThat(all()).isEmpty();
    }

    @Test
    void oneThatFailsDoesNotStopTheOthersAndIsTriedAgain() {
        Vector.range(0, 9).forEach(i -> ask(OrderStory.placed()));
        test.clock().pass(FIRST);
        failures.add(new IllegalStateException("The broker is away"));

        try (CapturedLog warnings = new CapturedLog(Reminders.class)) {
            reminders.run();
            assertThat(warnings.messages()).hasSize(1);
        }
        assertThat(published).hasSize(9);

        test.clock().pass(Duration.ofSeconds(1));
        reminders.run();
        assertThat(published).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void manyThatCannotBeRemindedDoNotKeepTheOthersWaiting() {
        Seq<Awaited> unknownToTheLog = Vector.fill(
                200,
                () -> new Awaited(
                        new PartnerRequest(OrderStory.placed().id(), 1, Kind.CARD_STOP),
                        0,
                        test.clock().instant()));
        awaited.update(unknownToTheLog, HashMap.empty());
        test.clock().pass(FIRST);

        try (CapturedLog warnings = new CapturedLog(Reminders.class)) {
            for (int look = 0; look < 4; look++) {
                reminders.run();
            }
            assertThat(warnings.messages()).hasSize(200);
        }

        assertThat(published).hasSize(1);
    }

    private void publish(Seq<OutgoingMessage> messages) {
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        published.addAll(messages.asJava());
    }

    private void remindTwice() {
        for (Duration wait : SCHEDULE.waits().init()) {
            test.clock().pass(wait);
            reminders.run();
        }
    }

    /** A story that has happened, with its requests awaited. */
    private OrderStory ask(OrderStory told) {
        OrderStory kept = test.keep(told);
        new RevisionTracker(test.store(), new AnswersAwaited(awaited, SCHEDULE))
                .accept(kept.history().events());
        return kept;
    }

    private Seq<Awaited> all() {
        return awaited.dueBy(Instant.MAX, 1_000);
    }

    private Seq<Attention.Reason> attention() {
        return test.log()
                .load(story.id())
                .latest()
                .get()
                .order()
                .dossier()
                .attention()
                .map(Attention::reason)
                .toList();
    }
}
