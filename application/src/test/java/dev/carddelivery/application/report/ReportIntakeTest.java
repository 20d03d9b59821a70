package dev.carddelivery.application.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.UnreliableStore.Mishap;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.ParkedReports;
import dev.carddelivery.application.port.ParkedReports.Parked;
import dev.carddelivery.application.port.StoreMistake;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.application.report.DeadLetter.Reason;
import dev.carddelivery.application.report.DeadLetter.State;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.OrderEvent.ParcelTracked;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Status;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportIntakeTest {

    private static final Outcome APPLIED = new Outcome.Applied();
    private static final Outcome PARKED = new Outcome.Parked();

    private final TestIntake test = new TestIntake();
    private final OrderStory placed = test.keep(OrderStory.placed());
    private final OrderId order = placed.id();

    // What is understood.

    @Test
    void aReportMovesItsOrder() {
        Instant happened = placed.now().minusSeconds(90);

        assertThat(test.intake().accept(PlainReports.message("r1", order, "identity.passed", happened)))
                .isEqualTo(APPLIED);

        assertThat(test.status(order)).isEqualTo(Status.APPROVED);
        RecordedEvent last = test.log().load(order).events().last();
        assertThat(last.by().actor()).isEqualTo(new Actor(Actor.Role.IDENTITY, "test-IDENTITY"));
        assertThat(last.by().happenedAt()).isEqualTo(happened);
        assertThat(last.by().now()).isEqualTo(placed.now());
    }

    @Test
    void aRepeatedReportIsAppliedOnce() {
        ReceivedMessage report = test.message("r1", order, "identity.passed");
        test.intake().accept(report);
        test.clock().pass(Duration.ofDays(1));

        assertThat(test.intake().accept(report)).isEqualTo(APPLIED);

        assertThat(test.log().load(order).events()).hasSize(3);
    }

    @Test
    void aLateReportIsNotedAndARepetitionOfItToo() {
        test.keep(placed.approved());

        assertThat(test.report("r1", order, "identity.passed")).isEqualTo(new Outcome.Noted(ReportNoted.Reason.LATE));
        assertThat(test.report("r1", order, "identity.passed")).isEqualTo(new Outcome.Noted(ReportNoted.Reason.LATE));

        assertThat(test.log().load(order).events()).hasSize(4);
    }

    @Test
    void aReportFromTheFutureIsLaidAsideSinceItWouldMakeAllOthersLookLate() {
        Instant ahead = placed.now().plus(Duration.ofMinutes(5));
        ReceivedMessage wrong = PlainReports.message("r1", order, "identity.passed", ahead.plusMillis(1));

        assertThat(test.intake().accept(wrong)).isInstanceOf(Outcome.LaidAside.class);
        assertThat(test.openLetters().map(DeadLetter::reason)).containsExactly(Reason.INVALID);
        assertThat(test.status(order)).isEqualTo(Status.VERIFYING);

        assertThat(test.intake().accept(PlainReports.message("r2", order, "identity.passed", ahead)))
                .isEqualTo(APPLIED);
    }

    @Test
    void aReportFromBeforeTheOrderIsLaidAsideSinceItWouldMakeTheStatusLie() {
        Instant before = placed.now().minus(Duration.ofMinutes(5));
        ReceivedMessage wrong = PlainReports.message("r1", order, "identity.passed", before.minusMillis(1));

        assertThat(test.intake().accept(wrong)).isInstanceOf(Outcome.LaidAside.class);
        assertThat(test.openLetters().map(DeadLetter::reason)).containsExactly(Reason.INVALID);
        assertThat(test.status(order)).isEqualTo(Status.VERIFYING);

        assertThat(test.intake().accept(PlainReports.message("r2", order, "identity.passed", before)))
                .isEqualTo(APPLIED);
    }

    // What comes too early.

    @Test
    void anEarlyReportWaitsAndLeavesNoTraceInTheHistory() {
        ReceivedMessage report = test.message("r1", order, "bureau.accepted");

        assertThat(test.intake().accept(report)).isEqualTo(PARKED);
        assertThat(test.intake().accept(report)).isEqualTo(PARKED);

        assertThat(test.waitingFor(order)).containsExactly(new Parked(report.id(), order, placed.now(), report));
        assertThat(test.log().load(order).events()).hasSize(1);
        assertThat(test.openLetters()).isEmpty();
    }

    @Test
    void aReportThatWaitedIsAppliedWhenItsOrderIsReady() {
        test.report("r1", order, "bureau.produced");
        test.intake().retry(HashSet.of(order));
        assertThat(test.waitingFor(order)).hasSize(1);

        test.keep(placed.inProduction());
        test.intake().retry(HashSet.of(order));

        assertThat(test.status(order)).isEqualTo(Status.PRODUCED);
        assertThat(test.waitingFor(order)).isEmpty();
    }

    @Test
    void whatWaitedForAnotherReportIsAppliedWhenThatOneHasMovedTheOrder() {
        test.report("r1", order, "courier.delivered");
        test.report("r2", order, "bureau.produced");

        test.keep(placed.inProduction());
        test.intake().retry(HashSet.of(order));
        assertThat(test.status(order)).isEqualTo(Status.PRODUCED);
        test.intake().retry(HashSet.of(order));

        assertThat(test.status(order)).isEqualTo(Status.DELIVERED);
        assertThat(test.waitingFor(order)).isEmpty();
    }

    @Test
    void onlyTheReportsOfTheGivenOrdersAreTriedAgain() {
        OrderStory other = test.keep(OrderStory.placed());
        test.report("r1", order, "bureau.produced");
        test.report("r2", other.id(), "bureau.produced");
        test.keep(placed.inProduction());
        test.keep(other.inProduction());

        test.intake().retry(HashSet.of(other.id()));

        assertThat(test.status(order)).isEqualTo(Status.IN_PRODUCTION);
        assertThat(test.status(other.id())).isEqualTo(Status.PRODUCED);
    }

    @Test
    void anOrderThatBecomesReadyWhileItsReportBeginsToWaitIsNotMissed() {
        ParkedReports slow = new Overtaken(test.parked(), () -> test.keep(placed.inProduction()), () -> {});
        ReceivedMessage report = test.message("r1", order, "bureau.produced");

        assertThat(test.intake(slow).accept(report)).isEqualTo(APPLIED);

        assertThat(test.status(order)).isEqualTo(Status.PRODUCED);
        assertThat(test.waitingFor(order)).isEmpty();
    }

    @Test
    void whatIsReplayedWhileItIsGivenUpGoesOnWaiting() {
        ReceivedMessage report = test.message("r1", order, "bureau.produced");
        test.intake().accept(report);
        test.clock().pass(Duration.ofDays(5));
        DeadLetterDesk desk = new DeadLetterDesk(test.deadLetters(), test.intake(), test.clock());
        ParkedReports slow = new Overtaken(test.parked(), () -> {}, () -> desk.replay(report.id(), "olga"));

        test.intake(slow).giveUp(test.clock().instant(), 10);

        assertThat(test.openLetters()).isEmpty();
        test.keep(placed.inProduction());
        test.intake().retry(HashSet.of(order));
        assertThat(test.status(order)).isEqualTo(Status.PRODUCED);
        assertThat(test.waitingFor(order)).isEmpty();
    }

    @Test
    void afterACrashBetweenApplyingAndForgettingNothingHappensTwice() {
        test.keep(placed.inProduction());
        ReceivedMessage report = test.message("r1", order, "bureau.produced");
        test.intake().accept(report);
        int events = test.log().load(order).events().size();
        test.parked().park(new Parked(report.id(), order, placed.now(), report));

        test.intake().retry(HashSet.of(order));

        assertThat(test.log().load(order).events()).hasSize(events);
        assertThat(test.waitingFor(order)).isEmpty();
    }

    @Test
    void twoReportsUnderOneIdBothWaitAndTheSecondIsLaidAside() {
        test.report("r1", order, "bureau.produced");
        test.report("r1", order, "bureau.accepted");
        assertThat(test.waitingFor(order)).hasSize(2);

        test.keep(placed.inProduction());
        test.intake().retry(HashSet.of(order));

        assertThat(test.status(order)).isEqualTo(Status.PRODUCED);
        assertThat(test.openLetters().map(DeadLetter::reason)).containsExactly(Reason.ID_REUSED);
        assertThat(test.waitingFor(order)).isEmpty();
    }

    // What waits for too long.

    @Test
    void whatHasWaitedForTooLongIsLaidAside() {
        ReceivedMessage report = test.message("r1", order, "bureau.produced");
        test.intake().accept(report);

        test.intake().giveUp(placed.now(), 10);
        assertThat(test.waitingFor(order)).hasSize(1);

        test.intake().giveUp(placed.now().plusMillis(1), 10);
        assertThat(test.waitingFor(order)).isEmpty();
        assertThat(test.openLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.EARLY_FOR_TOO_LONG);
            assertThat(letter.message()).isEqualTo(report);
            assertThat(letter.subject()).containsExactly(order.value().toString());
            assertThat(letter.detail()).contains(placed.now().toString());
        });
    }

    @Test
    void aLastTryComesBeforeGivingUp() {
        test.report("r1", order, "bureau.produced");
        test.keep(placed.inProduction());

        test.intake().giveUp(Instant.MAX, 10);

        assertThat(test.status(order)).isEqualTo(Status.PRODUCED);
        assertThat(test.openLetters()).isEmpty();
        assertThat(test.waitingFor(order)).isEmpty();
    }

    @Test
    void noMoreAreGivenUpThanAskedFor() {
        List.range(0, 5).forEach(i -> test.report("r" + i, order, "bureau.produced"));

        test.intake().giveUp(Instant.MAX, 3);

        assertThat(test.waitingFor(order)).hasSize(2);
        assertThat(test.openLetters()).hasSize(3);
    }

    // What cannot be applied.

    @Test
    void whatCannotBeReadIsLaidAsideAsItCame() {
        ReceivedMessage message = PlainReports.text("nonsense");

        Outcome outcome = test.intake().accept(message);

        DeadLetter letter = test.openLetters().single();
        assertThat(outcome).isEqualTo(new Outcome.LaidAside(letter.id(), Reason.MALFORMED, "There are not four words"));
        assertThat(letter)
                .isEqualTo(new DeadLetter(
                        letter.id(),
                        placed.now(),
                        message,
                        Reason.MALFORMED,
                        "There are not four words",
                        Option.none(),
                        State.OPEN,
                        List.empty()));
    }

    @Test
    void ofACardNumberNothingIsKept() {
        test.intake().accept(PlainReports.text("my card is " + PlainReports.CARD_NUMBER));

        DeadLetter letter = test.openLetters().single();
        assertThat(letter.reason()).isEqualTo(Reason.CARD_NUMBER);
        assertThat(letter.message().body().size()).isZero();
        assertThat(letter.message().headers()).isEmpty();
        assertThat(letter.message().channel()).isEqualTo("embedded");
    }

    @Test
    void whatNamesNoOrderIsLaidAside() {
        OrderId unknown = Samples.newOrderId();

        test.report("r1", unknown, "courier.delivered");

        DeadLetter letter = test.openLetters().single();
        assertThat(letter.reason()).isEqualTo(Reason.UNKNOWN_ORDER);
        assertThat(letter.subject()).containsExactly(unknown.value().toString());
        assertThat(letter.detail()).contains("courier.delivered");
    }

    @Test
    void anIdThatStandsForAnotherReportIsNotBelieved() {
        test.report("r1", order, "identity.passed");

        test.report("r1", order, "identity.needs-review");

        assertThat(test.openLetters().map(DeadLetter::reason)).containsExactly(Reason.ID_REUSED);
        assertThat(test.log().load(order).events()).hasSize(3);
    }

    @Test
    void theSameMessageIsOneLetterHoweverOftenItComes() {
        test.intake().accept(PlainReports.text("nonsense"));
        test.clock().pass(Duration.ofHours(1));
        test.intake().accept(PlainReports.text("nonsense"));
        test.intake().accept(PlainReports.text("other nonsense"));

        assertThat(test.openLetters().map(DeadLetter::receivedAt))
                .containsExactly(placed.now(), placed.now().plus(Duration.ofHours(1)));
    }

    @Test
    void aMessageIsItsHeadersAndItsBody() {
        ReceivedMessage message = message(HashMap.of("a", "1", "b", "2"), "body");

        assertThat(message(HashMap.of("b", "2", "a", "1"), "body").id()).isEqualTo(message.id());
        assertThat(message(HashMap.of("a", "1", "b", "3"), "body").id()).isNotEqualTo(message.id());
        assertThat(message(HashMap.of("a", "1"), "body").id()).isNotEqualTo(message.id());
        assertThat(message(HashMap.of("a", "1", "b", "2"), "bodi").id()).isNotEqualTo(message.id());
        assertThat(message(HashMap.of("a", "1\nb: 2"), "body").id()).isNotEqualTo(message.id());
        assertThat(message(HashMap.of("a", "1"), "b: 2\n\nbody").id())
                .isNotEqualTo(message(HashMap.of("a", "1", "b", "2"), "body").id());
    }

    @Test
    void whatCouldNotBeTakenHasToComeAgain() {
        test.store().next(Mishap.REQUEST_LOST);
        assertThatThrownBy(() -> test.report("r1", order, "identity.passed")).isInstanceOf(StoreUnavailable.class);
        test.store().next(Mishap.ANSWER_LOST);
        assertThatThrownBy(() -> test.report("r1", order, "identity.passed")).isInstanceOf(StoreUnavailable.class);

        assertThat(test.report("r1", order, "identity.passed")).isEqualTo(APPLIED);

        assertThat(test.log().load(order).events()).hasSize(3);
        assertThat(test.openLetters()).isEmpty();
        assertThat(test.waitingFor(order)).isEmpty();
    }

    @Test
    void whatFailsForAnotherReasonThanAnOutageIsLaidAsideAndCanBeReplayed() {
        test.store().next(append -> {
            throw new IllegalStateException("An event in the history that nobody can read");
        });

        Outcome outcome = test.report("r1", order, "identity.passed");

        DeadLetter letter = test.openLetters().single();
        assertThat(outcome).isEqualTo(new Outcome.LaidAside(letter.id(), Reason.FAILED, letter.detail()));
        assertThat(letter.subject()).containsExactly(order.value().toString());
        assertThat(letter.detail()).contains("identity.passed").doesNotContain("nobody can read");
        assertThat(test.intake().accept(letter.message())).isEqualTo(APPLIED);
    }

    @Test
    void whatFailsForEverybodyHasToComeAgain() {
        test.store().next(append -> {
            throw new StoreMistake("There is no table", new IllegalStateException());
        });

        assertThatThrownBy(() -> test.report("r1", order, "identity.passed")).isInstanceOf(StoreMistake.class);

        assertThat(test.openLetters()).isEmpty();
        assertThat(test.report("r1", order, "identity.passed")).isEqualTo(APPLIED);
    }

    @Test
    void aHistoryThatCannotBeReadHoldsNobodyUp() {
        OrderStory other = test.keep(OrderStory.placed());
        test.store().spoil(order);

        assertThat(test.report("r1", order, "identity.passed")).isInstanceOf(Outcome.LaidAside.class);
        assertThat(test.report("r2", other.id(), "identity.passed")).isEqualTo(APPLIED);

        assertThat(test.openLetters().map(DeadLetter::reason)).containsExactly(Reason.FAILED);
    }

    @Test
    void aWaitingReportAtWhichItsOrderFailsDoesNotKeepOthersWaiting() {
        OrderStory other = test.keep(OrderStory.placed());
        test.report("r1", order, "bureau.produced");
        test.report("r2", other.id(), "bureau.produced");
        test.keep(placed.inProduction());
        test.keep(other.inProduction());
        test.store().next(append -> {
            throw new IllegalStateException("refused by the database");
        });

        test.intake().giveUp(Instant.MAX, 10);

        assertThat(test.status(other.id())).isEqualTo(Status.PRODUCED);
        assertThat(test.openLetters().map(DeadLetter::reason)).containsExactly(Reason.FAILED);
        assertThat(test.waitingFor(order)).isEmpty();
    }

    // What comes far too often.

    @Test
    void anOrderLetsOnlySoManyReportsWait() {
        ReceivedMessage first = test.message("r0", order, "bureau.produced");
        test.intake().accept(first);
        Seq<Outcome> others =
                Vector.range(1, ReportIntake.WAITING).map(i -> test.report("r" + i, order, "bureau.produced"));
        assertThat(others).containsOnly(PARKED);

        assertThat(test.report("r-more", order, "bureau.produced")).isInstanceOf(Outcome.LaidAside.class);

        assertThat(test.openLetters().map(DeadLetter::reason)).containsExactly(Reason.TOO_MANY);
        assertThat(test.waitingFor(order)).hasSize(ReportIntake.WAITING);
        assertThat(test.intake().accept(first)).isEqualTo(PARKED);
        assertThat(test.report("others", test.keep(OrderStory.placed()).id(), "bureau.produced"))
                .isEqualTo(PARKED);
    }

    @Test
    void anOrderListensToTalkOnlyForSoLongAndAlwaysToWhatHasAnEffect() {
        test.keep(placed.inProduction());
        talk("identity.passed", new Outcome.Noted(ReportNoted.Reason.LATE));

        assertThat(test.report("one-more", order, "identity.passed")).isInstanceOf(Outcome.LaidAside.class);
        assertThat(test.openLetters().map(DeadLetter::reason)).containsExactly(Reason.TOO_MANY);

        int before = test.log().load(order).events().size();
        assertThat(test.report("accepted", order, "bureau.accepted")).isEqualTo(APPLIED);
        assertThat(test.log().load(order).events()).hasSize(before + 1);
        assertThat(test.report("produced", order, "bureau.produced")).isEqualTo(APPLIED);
        assertThat(test.status(order)).isEqualTo(Status.PRODUCED);
    }

    @Test
    void aParcelIsSeenWhereItWasBeforeOnlyForSoLong() {
        test.keep(placed.inProduction().produced().dispatched());
        talk("courier.in-transit", APPLIED);

        test.clock().pass(Duration.ofSeconds(1));
        assertThat(test.report("one-more", order, "courier.in-transit")).isInstanceOf(Outcome.LaidAside.class);

        assertThat(test.report("delivered", order, "courier.delivered")).isEqualTo(APPLIED);
        assertThat(test.status(order)).isEqualTo(Status.DELIVERED);
    }

    @Test
    void aPersonIsCalledHoweverMuchWasSaidBefore() {
        test.keep(placed.inProduction().produced().dispatched().cancelled());
        talk("identity.passed", new Outcome.Noted(ReportNoted.Reason.LATE));

        test.clock().pass(Duration.ofSeconds(1));
        test.report("delivered", order, "courier.delivered");

        assertThat(test.log()
                        .load(order)
                        .latest()
                        .get()
                        .order()
                        .dossier()
                        .attention()
                        .map(Attention::reason))
                .containsExactly(Attention.Reason.DELIVERED_DESPITE_RECALL);
    }

    /** The same again and again, each time under a new id and a moment later, as often as an order hears it. */
    private void talk(String report, Outcome each) {
        int heard = test.log()
                .load(order)
                .events()
                .map(RecordedEvent::event)
                .count(event -> event instanceof ReportNoted || event instanceof ParcelTracked);
        Vector.range(0, 1_000 - heard).forEach(i -> {
            test.clock().pass(Duration.ofMillis(1));
            assertThat(test.report("r" + i, order, report)).isEqualTo(each);
        });
    }

    private static ReceivedMessage message(HashMap<String, String> headers, String body) {
        return new ReceivedMessage("kafka", Option.none(), headers, Bytes.of(body));
    }

    /** Parked reports before whose coming and going something else happens. */
    private record Overtaken(ParkedReports reports, Runnable beforePark, Runnable beforeRemove)
            implements ParkedReports {

        @Override
        public void park(Parked report) {
            beforePark.run();
            reports.park(report);
        }

        @Override
        public int othersWaiting(Parked report) {
            return reports.othersWaiting(report);
        }

        @Override
        public Set<OrderId> awaitedAmong(Set<OrderId> orders) {
            return reports.awaitedAmong(orders);
        }

        @Override
        public Seq<Parked> of(OrderId order) {
            return reports.of(order);
        }

        @Override
        public Seq<Parked> since(Instant moment, int limit) {
            return reports.since(moment, limit);
        }

        @Override
        public void remove(Parked seen) {
            beforeRemove.run();
            reports.remove(seen);
        }
    }
}
