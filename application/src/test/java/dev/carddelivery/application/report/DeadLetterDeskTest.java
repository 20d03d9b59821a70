package dev.carddelivery.application.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.UnreliableStore.Mishap;
import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.application.report.DeadLetter.Act;
import dev.carddelivery.application.report.DeadLetter.Act.What;
import dev.carddelivery.application.report.DeadLetter.Reason;
import dev.carddelivery.application.report.DeadLetter.State;
import dev.carddelivery.application.report.DeadLetterDesk.Refusal;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeadLetterDeskTest {

    private final TestIntake test = new TestIntake();
    private final DeadLetterDesk desk = new DeadLetterDesk(test.deadLetters(), test.intake(), test.clock());
    private final OrderId order = Samples.newOrderId();

    @Test
    void aReplayedMessageIsTakenInAsIfItCameNow() {
        UUID id = laidAside("identity.passed");
        OrderStory placed = test.keep(placed());

        DeadLetter letter = desk.replay(id, "olga").get();

        assertThat(test.status(order)).isEqualTo(Status.APPROVED);
        assertThat(letter.state()).isEqualTo(State.REPLAYED);
        assertThat(letter.acts()).containsExactly(new Act(placed.now(), "olga", What.REPLAY, "applied"));
        assertThat(test.deadLetters().find(id)).containsExactly(letter);
    }

    @Test
    void whereAReplayFailsAsBeforeTheLetterStaysOpen() {
        UUID id = laidAside("identity.passed");

        desk.replay(id, "olga");
        test.clock().pass(Duration.ofHours(1));
        DeadLetter letter = desk.replay(id, "oleg").get();

        assertThat(letter.state()).isEqualTo(State.OPEN);
        assertThat(letter.acts().map(Act::by)).containsExactly("olga", "oleg");
        assertThat(letter.acts()).allSatisfy(act -> assertThat(act.note()).contains("UNKNOWN_ORDER"));
        assertThat(test.openLetters()).containsExactly(letter);
    }

    @Test
    void whatAReplayHasComeToIsOnRecord() {
        UUID early = laidAside("bureau.produced");
        UUID late = laidAside("identity.passed");
        test.keep(placed().approved());

        assertThat(desk.replay(early, "olga").get().acts().map(Act::note)).containsExactly("parked");
        assertThat(desk.replay(late, "olga").get().acts().map(Act::note)).containsExactly("noted as late");

        assertThat(test.waitingFor(order)).hasSize(1);
        assertThat(test.openLetters()).isEmpty();
    }

    @Test
    void aReplayedMessageThatHasWaitedForTooLongIsLaidAsideOnceMore() {
        UUID id = laidAside("bureau.produced");
        test.keep(placed());
        desk.replay(id, "olga");

        test.intake().giveUp(Instant.MAX, 10);

        DeadLetter letter = test.openLetters().single();
        assertThat(letter.id()).isEqualTo(id);
        assertThat(letter.reason()).isEqualTo(Reason.EARLY_FOR_TOO_LONG);
        assertThat(letter.acts().map(Act::note)).containsExactly("parked");
        test.keep(placed().inProduction());
        assertThat(desk.replay(id, "olga").get().acts().map(Act::note)).containsExactly("parked", "applied");
    }

    @Test
    void aDiscardedLetterSaysWhoHasDecidedWhyAndWhen() {
        UUID id = laidAside("courier.delivered");
        test.clock().pass(Duration.ofMinutes(5));

        DeadLetter letter =
                desk.discard(id, "olga", new DiscardReason("a test of theirs")).get();

        assertThat(letter.state()).isEqualTo(State.DISCARDED);
        assertThat(letter.acts())
                .containsExactly(new Act(test.clock().instant(), "olga", What.DISCARD, "a test of theirs"));
        assertThat(test.deadLetters().find(id)).containsExactly(letter);
    }

    @Test
    void whatIsDecidedIsDecided() {
        UUID discarded = laidAside("courier.delivered");
        desk.discard(discarded, "olga", new DiscardReason("a test of theirs"));
        UUID replayed = laidAside("identity.passed");
        test.keep(placed());
        desk.replay(replayed, "olga");

        for (UUID id : HashSet.of(discarded, replayed)) {
            DeadLetter before = test.deadLetters().find(id).get();
            assertThat(desk.replay(id, "oleg")).isEqualTo(Either.left(Refusal.NOT_OPEN));
            assertThat(desk.discard(id, "oleg", new DiscardReason("no"))).isEqualTo(Either.left(Refusal.NOT_OPEN));
            assertThat(test.deadLetters().find(id)).containsExactly(before);
        }
        assertThat(test.log().load(order).events()).hasSize(3);
    }

    @Test
    void aReplayIsOnRecordAlsoWhereSomebodyDiscardsTheLetterInTheMiddleOfIt() {
        UUID id = laidAside("identity.passed");
        test.keep(placed());
        test.store().next(Mishap.overtakenBy(() -> desk.discard(id, "oleg", new DiscardReason("a test of theirs"))));

        DeadLetter letter = desk.replay(id, "olga").get();

        assertThat(letter.state()).isEqualTo(State.DISCARDED);
        assertThat(letter.acts().map(act -> act.by() + " " + act.note()))
                .containsExactly("olga applied", "oleg a test of theirs");
        assertThat(test.status(order)).isEqualTo(Status.APPROVED);
        assertThat(test.deadLetters().find(id)).containsExactly(letter);
    }

    @Test
    void whatIsParkedByAReplayIsNotLostWhereItIsGivenUpBeforeTheReplayIsConcluded() {
        UUID id = laidAside("bureau.produced");
        test.keep(placed());
        DeadLetters overtaken = (DeadLetters) Proxy.newProxyInstance(
                DeadLetters.class.getClassLoader(), new Class<?>[] {DeadLetters.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("conclude")) {
                        assertThat(test.waitingFor(order)).hasSize(1);
                        test.intake().giveUp(Instant.MAX, 10);
                        assertThat(test.waitingFor(order)).isEmpty();
                    }
                    return method.invoke(test.deadLetters(), arguments);
                });

        DeadLetter letter = new DeadLetterDesk(overtaken, test.intake(), test.clock())
                .replay(id, "olga")
                .get();

        assertThat(letter.state()).isEqualTo(State.REPLAYED);
        assertThat(test.waitingFor(order)).hasSize(1);
    }

    @Test
    void aReplayIsOnRecordAlsoWhereTheProgramDiesInTheMiddleOfIt() {
        UUID id = laidAside("identity.passed");
        test.keep(placed());
        test.store().next(Mishap.ANSWER_LOST);

        assertThatThrownBy(() -> desk.replay(id, "olga")).isInstanceOf(StoreUnavailable.class);

        DeadLetter letter = test.openLetters().single();
        assertThat(letter.acts().map(Act::note)).containsExactly(Act.BEGUN);
        assertThat(desk.replay(id, "olga").get().acts().map(Act::note)).containsExactly(Act.BEGUN, "applied");
        assertThat(test.log().load(order).events()).hasSize(3);
    }

    @Test
    void whatWasNotKeptCannotBeReplayedOnlyDiscarded() {
        test.intake().accept(PlainReports.text(PlainReports.CARD_NUMBER));
        UUID id = test.openLetters().single().id();

        assertThat(desk.replay(id, "olga")).isEqualTo(Either.left(Refusal.NOT_KEPT));
        assertThat(desk.discard(id, "olga", new DiscardReason("told them")).map(DeadLetter::state))
                .isEqualTo(Either.right(State.DISCARDED));
    }

    @Test
    void anUnknownLetter() {
        assertThat(desk.replay(order.value(), "olga")).isEqualTo(Either.left(Refusal.UNKNOWN_LETTER));
        assertThat(desk.discard(order.value(), "olga", new DiscardReason("no")))
                .isEqualTo(Either.left(Refusal.UNKNOWN_LETTER));
    }

    @Test
    void ofManyWhoDecideAtOnceOneIsToldSo() throws Exception {
        UUID id = laidAside("courier.delivered");

        Vector<Either<Refusal, DeadLetter>> answers =
                Simultaneously.run(8, number -> () -> desk.discard(id, "operator " + number, new DiscardReason("no")));

        assertThat(answers.filter(Either::isRight)).hasSize(1);
        assertThat(answers.filter(Either::isLeft).map(Either::getLeft).distinct())
                .containsExactly(Refusal.NOT_OPEN);
    }

    /** A report of the order that nobody has placed yet. */
    private UUID laidAside(String name) {
        return ((Outcome.LaidAside) test.report("id-of-" + name, order, name)).deadLetter();
    }

    private OrderStory placed() {
        return OrderStory.placed(order, test.clock().instant(), Samples.ANNA, Examples.CONTENT);
    }
}
