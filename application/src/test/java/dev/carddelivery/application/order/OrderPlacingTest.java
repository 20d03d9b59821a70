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
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.OrderRejection;
import dev.carddelivery.domain.order.Provenance;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.person.UserId;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Placing an order, once and again: the table of idempotent answers. */
class OrderPlacingTest {

    private static final OrderContent WANTED = Samples.content(CardType.CREDIT);
    private static final OrderContent OTHER = Samples.content(CardType.DEBIT);

    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final InMemoryLog log = new InMemoryLog();
    private final UnreliableStore store = new UnreliableStore(log);
    private final OrderHandler orders = new OrderHandler(store, new OrderDecider(ServiceTerms.REAL), clock);
    private final OrderId id = Samples.newOrderId();

    @Test
    void anOrderIsRecordedInTheNameOfItsOwner() {
        Answer answer = placed(Samples.ANNA, WANTED);

        assertThat(answer.replayed()).isFalse();
        assertThat(answer.revision().version()).isEqualTo(1);
        assertThat(answer.revision().status()).isEqualTo(Status.VERIFYING);
        assertThat(answer.revision().placedAt()).isEqualTo(Samples.MORNING);
        assertThat(answer.caused()).singleElement().isInstanceOf(OrderEvent.OrderPlaced.class);
        assertThat(log.load(id).latest()).contains(answer.revision());
        assertThat(log.load(id).events().head().by())
                .isEqualTo(new Provenance(
                        new CommandId(id.value()), Samples.customer(Samples.ANNA), Samples.MORNING, Samples.MORNING));
    }

    @Test
    void whatCannotBeTakenIsRefusedAndLeavesTheIdFree() {
        clock.set(Samples.MORNING.minus(Duration.ofDays(365 * 30)));

        assertThat(place(Samples.ANNA, WANTED).getLeft())
                .isInstanceOfSatisfying(
                        Refusal.ByOrder.class,
                        refusal -> assertThat(refusal.reason()).isInstanceOf(OrderRejection.InvalidContent.class));
        assertThat(log.end()).isZero();

        clock.set(Samples.MORNING);
        assertThat(placed(Samples.BORIS, OTHER).replayed()).isFalse();
    }

    @Test
    void theSameOrderAgainGetsTheSameAnswer() {
        Answer first = placed(Samples.ANNA, WANTED);
        clock.pass(Duration.ofMinutes(1));

        assertThat(placed(Samples.ANNA, WANTED)).isEqualTo(replayOf(first));
        assertThat(log.end()).isEqualTo(1);
    }

    @Test
    void theSameOrderAgainGetsTheFirstAnswerAlsoWhenTheOrderHasMovedOn() {
        Answer first = placed(Samples.ANNA, WANTED);
        approve();
        cancel();

        assertThat(placed(Samples.ANNA, WANTED)).isEqualTo(replayOf(first));
        assertThat(log.load(id).latest().map(OrderRevision::status)).contains(Status.CANCELLED);
    }

    @Test
    void theSameOrderAgainGetsTheFirstAnswerAlsoWhenItCouldNotBePlacedAnyMore() {
        Answer first = placed(Samples.ANNA, WANTED);
        clock.pass(Duration.ofDays(365));

        assertThat(placed(Samples.ANNA, WANTED)).isEqualTo(replayOf(first));
    }

    @Test
    void anotherContentUnderTheSameIdIsRefused() {
        placed(Samples.ANNA, WANTED);

        assertThat(place(Samples.ANNA, OTHER)).isEqualTo(Either.left(new Refusal.KeyReused()));
        assertThat(log.end()).isEqualTo(1);
    }

    @Test
    void theFirstContentCountsAlsoAfterAChange() {
        Answer first = placed(Samples.ANNA, WANTED);
        Intent intent = new Intent(Samples.newCommandId(), Samples.customer(Samples.ANNA));
        orders.change(id, intent, content -> Either.right(Examples.EDIT)).get();
        OrderContent present = log.load(id).latest().get().order().dossier().content();

        assertThat(placed(Samples.ANNA, WANTED)).isEqualTo(replayOf(first));
        assertThat(place(Samples.ANNA, present)).isEqualTo(Either.left(new Refusal.KeyReused()));
    }

    @Test
    void anotherCustomersIdIsNotAvailableWhateverTheContent() {
        placed(Samples.ANNA, WANTED);

        assertThat(place(Samples.BORIS, WANTED)).isEqualTo(Either.left(new Refusal.OrderIdUnavailable()));
        assertThat(place(Samples.BORIS, OTHER)).isEqualTo(Either.left(new Refusal.OrderIdUnavailable()));
        assertThat(log.end()).isEqualTo(1);
    }

    @Test
    void afterALostAnswerTheSameOrderAgainFindsIt() {
        store.next(Mishap.ANSWER_LOST);
        assertThatThrownBy(() -> place(Samples.ANNA, WANTED)).isInstanceOf(StoreUnavailable.class);

        Answer answer = placed(Samples.ANNA, WANTED);

        assertThat(answer.replayed()).isTrue();
        assertThat(answer.revision().version()).isEqualTo(1);
        assertThat(log.end()).isEqualTo(1);
    }

    @Test
    void afterALostRequestTheSameOrderAgainPlacesIt() {
        store.next(Mishap.REQUEST_LOST);
        assertThatThrownBy(() -> place(Samples.ANNA, WANTED)).isInstanceOf(StoreUnavailable.class);
        assertThat(log.end()).isZero();

        assertThat(placed(Samples.ANNA, WANTED).replayed()).isFalse();
    }

    @Test
    void anOrderThatCanBeNeitherPlacedNorFoundIsToBePlacedLater() {
        store.next(Mishap.CONFLICT);

        assertThatThrownBy(() -> place(Samples.ANNA, WANTED)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void ofAHundredEqualOrdersAtOnceOneIsPlacedAndAllAreAnsweredAlike() throws Exception {
        Vector<Answer> answers = Simultaneously.run(100, number -> () -> placed(Samples.ANNA, WANTED));

        assertThat(log.end()).isEqualTo(1);
        assertThat(answers.filter(answer -> !answer.replayed())).hasSize(1);
        assertThat(answers.map(OrderPlacingTest::replayOf).distinct()).hasSize(1);
    }

    @Test
    void ofAHundredCustomersWithOneIdOneGetsIt() throws Exception {
        Vector<Either<Refusal, Answer>> answers =
                Simultaneously.run(100, number -> () -> place(new UserId("user-" + number), WANTED));

        assertThat(log.end()).isEqualTo(1);
        assertThat(answers.filter(Either::isRight)).hasSize(1);
        assertThat(answers.filter(Either::isLeft).map(Either::getLeft).distinct())
                .containsExactly(new Refusal.OrderIdUnavailable());
    }

    private Either<Refusal, Answer> place(UserId owner, OrderContent content) {
        return orders.place(id, owner, content);
    }

    private Answer placed(UserId owner, OrderContent content) {
        return place(owner, content).get();
    }

    private void approve() {
        Intent intent = new Intent(Samples.newCommandId(), Samples.partner(Actor.Role.IDENTITY));
        orders.report(id, intent, new IdentityReport.Passed()).get();
    }

    private void cancel() {
        Intent intent = new Intent(Samples.newCommandId(), Samples.customer(Samples.ANNA));
        orders.cancel(id, intent, CancelReason.OTHER).get();
    }

    private static Answer replayOf(Answer answer) {
        return new Answer(answer.revision(), answer.caused(), true);
    }
}
