package dev.carddelivery.application.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.UnreliableStore;
import dev.carddelivery.application.UnreliableStore.Mishap;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.domain.card.EmbossingName;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.EditableContent;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.OrderRejection;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wishes that meet others on their way, and answers that get lost. */
class OrderRacesTest {

    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final InMemoryLog log = new InMemoryLog();
    private final UnreliableStore store = new UnreliableStore(log);
    private final OrderHandler orders = new OrderHandler(store, new OrderDecider(ServiceTerms.REAL), clock);
    private final OrderHandler otherInstance = new OrderHandler(log, new OrderDecider(ServiceTerms.REAL), clock);
    private final OrderId id = Samples.newOrderId();

    @BeforeEach
    void anApprovedOrder() {
        orders.place(id, Samples.ANNA, Examples.CONTENT).get();
        orders.report(
                        id,
                        new Intent(Samples.newCommandId(), Samples.partner(Actor.Role.IDENTITY)),
                        new IdentityReport.Passed())
                .get();
        clock.pass(Duration.ofDays(1));
    }

    @Test
    void whoIsOvertakenDecidesAnewOnWhatIsNow() {
        store.next(Mishap.overtakenBy(this::passCutOff));

        Answer answer = cancel(anna());

        assertThat(answer.caused()).singleElement().isInstanceOf(OrderEvent.RecallStarted.class);
        assertThat(answer.revision().version()).isEqualTo(5);
        assertThat(statuses())
                .containsExactly(
                        Status.VERIFYING, Status.VERIFYING, Status.APPROVED, Status.IN_PRODUCTION, Status.RECALLING);
    }

    @Test
    void whatIsNoLongerPossibleAfterAnOvertakingIsRefused() {
        clock.set(clock.instant().minusNanos(1_000));
        store.next(Mishap.overtakenBy(() -> {
            clock.pass(Duration.ofNanos(1_000));
            passCutOff();
        }));

        assertThat(orders.change(id, anna(), content -> Either.right(Examples.EDIT)))
                .isEqualTo(Either.left(new Refusal.ByOrder(new OrderRejection.NotEditable(Status.IN_PRODUCTION))));
    }

    @Test
    void aWishForOneVersionIsRefusedWhenItIsOvertaken() {
        store.next(Mishap.overtakenBy(this::passCutOff));
        Intent forThree = new Intent(
                Samples.newCommandId(),
                Samples.customer(Samples.ANNA),
                Option.none(),
                Option.some(version -> version == 3));

        assertThat(orders.cancel(id, forThree, CancelReason.OTHER))
                .isEqualTo(Either.left(new Refusal.VersionMismatch(4)));
    }

    @Test
    void whoIsOvertakenByItsOwnRepetitionGetsTheAnswerOfThat() {
        Intent intent = anna();
        store.next(Mishap.overtakenBy(
                () -> otherInstance.cancel(id, intent, CancelReason.OTHER).get()));

        Answer answer = cancel(intent);

        assertThat(answer.replayed()).isTrue();
        assertThat(answer.caused()).containsExactly(new OrderEvent.OrderCancelled(CancelReason.OTHER));
        assertThat(log.load(id).events()).hasSize(4);
    }

    @Test
    void afterALostAnswerTheSameWishFindsIt() {
        Intent intent = anna();
        store.next(Mishap.ANSWER_LOST);
        assertThatThrownBy(() -> cancel(intent)).isInstanceOf(StoreUnavailable.class);

        Answer answer = cancel(intent);

        assertThat(answer.replayed()).isTrue();
        assertThat(answer.revision().version()).isEqualTo(4);
        assertThat(log.load(id).events()).hasSize(4);
    }

    @Test
    void afterALostRequestTheSameWishIsFulfilledOnce() {
        Intent intent = anna();
        store.next(Mishap.REQUEST_LOST);
        assertThatThrownBy(() -> cancel(intent)).isInstanceOf(StoreUnavailable.class);
        assertThat(log.load(id).events()).hasSize(3);

        assertThat(cancel(intent).replayed()).isFalse();
        assertThat(log.load(id).events()).hasSize(4);
    }

    @Test
    void aFewConflictsAreOvercome() {
        for (int i = 0; i < 19; i++) {
            store.next(Mishap.CONFLICT);
        }

        assertThat(cancel(anna()).revision().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void afterTooManyConflictsTheCallerIsToComeBack() {
        for (int i = 0; i < 20; i++) {
            store.next(Mishap.CONFLICT);
        }

        assertThatThrownBy(() -> cancel(anna())).isInstanceOf(StoreUnavailable.class);
        assertThat(log.load(id).events()).hasSize(3);
    }

    @Test
    void aHundredRepetitionsAtOnceAreOneWish() throws Exception {
        Intent intent = anna();

        Vector<Answer> answers = Simultaneously.run(100, number -> () -> cancel(intent));

        assertThat(log.load(id).events()).hasSize(4);
        assertThat(answers.filter(answer -> !answer.replayed())).hasSize(1);
        assertThat(answers.map(answer -> new Answer(answer.revision(), answer.caused(), true))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void ofAHundredWhoCancelAtOnceOneDoes() throws Exception {
        Vector<Answer> answers = Simultaneously.run(100, number -> () -> cancel(anna()));

        assertThat(log.load(id).events()).hasSize(4);
        assertThat(answers.filter(answer -> answer.caused().nonEmpty())).hasSize(1);
        assertThat(answers.map(answer -> answer.revision()).distinct()).hasSize(1);
    }

    @Test
    void ofAHundredChangesAtOnceNoneIsLost() throws Exception {
        clock.set(clock.instant().minusSeconds(1));

        Vector<Integer> versions = Simultaneously.run(100, number -> () -> {
            Intent intent = anna();
            EmbossingName name = new EmbossingName("IVAN " + (char) ('A' + number / 10) + (char) ('A' + number % 10));
            return untilAnswered(intent, name).revision().version();
        });

        assertThat(versions.sorted()).isEqualTo(Vector.rangeClosed(4, 103));
        assertThat(log.load(id)
                        .events()
                        .drop(3)
                        .map(recorded -> recorded.event())
                        .distinct())
                .hasSize(100);
    }

    /** Under heavy contention the handler may ask its caller to come back. */
    private Answer untilAnswered(Intent intent, EmbossingName name) {
        while (true) {
            try {
                return orders.change(id, intent, content -> Either.right(named(content, name)))
                        .get();
            } catch (StoreUnavailable comeBack) {
                Thread.onSpinWait();
            }
        }
    }

    private static EditableContent named(OrderContent content, EmbossingName name) {
        EditableContent present = content.editable();
        return new EditableContent(name, present.design(), present.contact(), present.delivery());
    }

    private Answer cancel(Intent intent) {
        return orders.cancel(id, intent, CancelReason.OTHER).get();
    }

    private void passCutOff() {
        Deadline cutOff =
                log.load(id).latest().get().order().dossier().deadline().get();
        otherInstance.passDeadline(id, cutOff).get();
    }

    private Vector<Status> statuses() {
        return Vector.ofAll(log.load(id).after(0)).map(OrderRevision::status);
    }

    private static Intent anna() {
        return new Intent(Samples.newCommandId(), Samples.customer(Samples.ANNA));
    }
}
