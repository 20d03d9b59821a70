package dev.carddelivery.application.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.OrderRejection;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.order.Provenance;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.testing.Examples;
import dev.carddelivery.domain.validation.Violation;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Wishes and reports after the order was placed. */
class OrderHandlerTest {

    private static final List<BiFunction<OrderHandler, OrderId, Either<Refusal, Answer>>> CUSTOMERS_WISHES = List.of(
            (orders, id) -> orders.change(id, by(Samples.ANNA.value()), content -> Either.right(Examples.EDIT)),
            (orders, id) -> orders.cancel(id, by(Samples.ANNA.value()), CancelReason.OTHER),
            (orders, id) -> orders.activate(id, by(Samples.ANNA.value()), Samples.PROOF));

    private final InMemoryLog log = new InMemoryLog();
    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final OrderHandler orders = new OrderHandler(log, new OrderDecider(ServiceTerms.REAL), clock);

    // Who may ask, and for which version.

    @Test
    void nothingCanBeAskedOfAnOrderThatNobodyPlaced() {
        OrderId unknown = Samples.newOrderId();

        CUSTOMERS_WISHES.forEach(wish -> assertThat(wish.apply(orders, unknown)).isEqualTo(notPlaced()));
        assertThat(report(unknown, new IdentityReport.Passed())).isEqualTo(notPlaced());
        assertThat(orders.redirect(unknown, by("anna"), Examples.DELIVERY)).isEqualTo(notPlaced());
        assertThat(orders.callSupport(unknown, by("anna"), Attention.Reason.PARTNER_SILENT))
                .isEqualTo(notPlaced());
        assertThat(orders.passDeadline(unknown, new Deadline(Deadline.Kind.DISPATCH, Samples.MORNING)))
                .isEqualTo(notPlaced());
        assertThat(log.end()).isZero();
    }

    @Test
    void anotherCustomersOrderDoesNotExist() {
        OrderStory boriss = keep(OrderStory.placed(Samples.MORNING, Samples.BORIS, Examples.CONTENT)
                .delivered());

        CUSTOMERS_WISHES.forEach(
                wish -> assertThat(wish.apply(orders, boriss.id())).isEqualTo(notPlaced()));
        assertThat(log.load(boriss.id())).isEqualTo(boriss.history());
    }

    @Test
    void anotherCustomersCommandIdTellsNothing() {
        OrderStory boriss = keep(OrderStory.placed(Samples.MORNING, Samples.BORIS, Examples.CONTENT));
        Intent boris = by(Samples.BORIS.value());
        orders.cancel(boriss.id(), boris, CancelReason.OTHER).get();

        Intent stolen = new Intent(boris.commandId(), Samples.customer(Samples.ANNA));
        assertThat(orders.cancel(boriss.id(), stolen, CancelReason.OTHER)).isEqualTo(notPlaced());
    }

    @Test
    void supportActsOnEverybodysOrders() {
        OrderStory annas = keep(OrderStory.placed());
        Intent support = new Intent(Samples.newCommandId(), new Actor(Actor.Role.SUPPORT, "olga"));

        assertThat(orders.cancel(annas.id(), support, CancelReason.OTHER)
                        .get()
                        .revision()
                        .status())
                .isEqualTo(Status.CANCELLED);
    }

    @Test
    void aWishForThePresentVersionIsFulfilled() {
        OrderStory story = keep(OrderStory.placed());

        assertThat(orders.cancel(story.id(), forVersion(1), CancelReason.OTHER)
                        .get()
                        .revision()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void aWishCanBeForSeveralVersions() {
        OrderStory story = keep(OrderStory.placed().approved());

        assertThat(orders.cancel(story.id(), forVersions(present -> present != 3), CancelReason.OTHER))
                .isEqualTo(Either.left(new Refusal.VersionMismatch(3)));
        assertThat(orders.cancel(story.id(), forVersions(present -> present > 1), CancelReason.OTHER)
                        .isRight())
                .isTrue();
    }

    @Test
    void aWishForAnotherVersionIsRefusedWithThePresentOne() {
        OrderStory story = keep(OrderStory.placed().approved());

        assertThat(orders.cancel(story.id(), forVersion(1), CancelReason.OTHER))
                .isEqualTo(Either.left(new Refusal.VersionMismatch(3)));
        assertThat(orders.cancel(story.id(), forVersion(4), CancelReason.OTHER))
                .isEqualTo(Either.left(new Refusal.VersionMismatch(3)));
        assertThat(log.load(story.id())).isEqualTo(story.history());
    }

    // The same wish again.

    @Test
    void aRepeatedWishGetsItsFirstAnswerHoweverFarTheOrderHasCome() {
        OrderStory story = keep(OrderStory.placed());
        Intent intent = forVersion(1);
        Answer first = orders.change(story.id(), intent, content -> Either.right(Examples.EDIT))
                .get();
        report(story.id(), new IdentityReport.Passed()).get();
        clock.pass(Duration.ofDays(2));

        Answer again = orders.change(story.id(), intent, content -> Either.right(Examples.EDIT))
                .get();

        assertThat(again).isEqualTo(new Answer(first.revision(), first.caused(), true));
        assertThat(log.load(story.id()).events()).hasSize(4);
    }

    @Test
    void aRepeatedChangeThatChangedNothingDoesNotUndoALaterOne() {
        OrderStory story = keep(OrderStory.placed());
        Intent confirming = by("anna");
        Answer first = orders.change(story.id(), confirming, content -> Either.right(content.editable()))
                .get();
        orders.change(story.id(), by("anna"), content -> Either.right(Examples.EDIT))
                .get();

        Answer again = orders.change(story.id(), confirming, content -> Either.right(Examples.CONTENT.editable()))
                .get();

        assertThat(again).isEqualTo(new Answer(first.revision(), first.caused(), true));
        OrderRevision latest = log.load(story.id()).latest().get();
        assertThat(latest.version()).isEqualTo(3);
        assertThat(latest.order().dossier().content().editable()).isEqualTo(Examples.EDIT);
    }

    @Test
    void aRepeatedReportGetsItsFirstAnswerWithAllItCaused() {
        OrderStory story = keep(OrderStory.placed());
        Intent intent = new Intent(Samples.newCommandId(), Samples.partner(Actor.Role.IDENTITY));
        Answer first =
                orders.report(story.id(), intent, new IdentityReport.Passed()).get();
        orders.cancel(story.id(), by("anna"), CancelReason.OTHER).get();

        Answer again =
                orders.report(story.id(), intent, new IdentityReport.Passed()).get();

        assertThat(first.caused()).hasSize(2);
        assertThat(again).isEqualTo(new Answer(first.revision(), first.caused(), true));
        assertThat(again.revision().version()).isEqualTo(3);
        assertThat(again.revision().status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void aNameUsedForSomethingElseIsRefused() {
        OrderStory story = keep(OrderStory.placed());
        UUID name = UUID.randomUUID();
        orders.cancel(story.id(), fingerprinted(name, "cancel: other"), CancelReason.OTHER)
                .get();

        assertThat(orders.cancel(story.id(), fingerprinted(name, "cancel: too_slow"), CancelReason.TOO_SLOW))
                .isEqualTo(Either.left(new Refusal.KeyReused()));
        assertThat(orders.cancel(story.id(), fingerprinted(name, "cancel: other"), CancelReason.OTHER)
                        .get()
                        .replayed())
                .isTrue();
        assertThat(log.end()).isEqualTo(2);
    }

    @Test
    void aRepeatedWrongProofCountsOnce() {
        OrderStory story = keep(OrderStory.placed().delivered());
        Intent intent = by("anna");
        Answer wrong = orders.activate(story.id(), intent, Samples.WRONG_PROOF).get();

        Answer again = orders.activate(story.id(), intent, Samples.WRONG_PROOF).get();
        Answer next =
                orders.activate(story.id(), by("anna"), Samples.WRONG_PROOF).get();

        assertThat(wrong.caused()).containsExactly(new OrderEvent.ActivationRefused(1, Option.none()));
        assertThat(again).isEqualTo(new Answer(wrong.revision(), wrong.caused(), true));
        assertThat(next.caused()).containsExactly(new OrderEvent.ActivationRefused(2, Option.none()));
    }

    @Test
    void aRefusedWishIsNotRemembered() {
        OrderStory story = keep(OrderStory.placed().dispatched());
        Intent intent = by("anna");
        assertThat(orders.activate(story.id(), intent, Samples.PROOF))
                .isEqualTo(Either.left(new Refusal.ByOrder(new OrderRejection.NotActivatable(Status.IN_DELIVERY))));

        report(story.id(), new CourierReport.Delivered(Examples.PARCEL)).get();

        assertThat(orders.activate(story.id(), intent, Samples.PROOF)
                        .get()
                        .revision()
                        .status())
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    void aReportThatCameTooEarlyIsTakenWhenItIsBroughtAgain() {
        OrderStory story = keep(OrderStory.placed().approved());
        Intent intent = new Intent(Samples.newCommandId(), Samples.partner(Actor.Role.BUREAU));
        BureauReport produced = new BureauReport.Produced(Examples.PLASTIC);
        assertThat(orders.report(story.id(), intent, produced))
                .isEqualTo(Either.left(new Refusal.ByOrder(new OrderRejection.TooEarly(Status.APPROVED))));
        assertThat(log.load(story.id())).isEqualTo(story.history());

        clock.pass(Duration.ofDays(1));
        orders.passDeadline(story.id(), running(story.id())).get();

        assertThat(orders.report(story.id(), intent, produced).get().revision().status())
                .isEqualTo(Status.PRODUCED);
    }

    @Test
    void whatIsAsWishedAlreadyIsAnsweredWithoutRecordingAnything() {
        OrderStory story = keep(OrderStory.placed().cancelled());

        Answer answer =
                orders.cancel(story.id(), by("anna"), CancelReason.TOO_SLOW).get();

        assertThat(answer).isEqualTo(new Answer(story.latest(), List.empty(), false));
        assertThat(log.load(story.id())).isEqualTo(story.history());
    }

    // What is recorded.

    @Test
    void aChangeIsMadeFromThePresentContent() {
        OrderStory story = keep(OrderStory.placed());
        java.util.List<OrderContent> seen = new ArrayList<>();

        Answer answer = orders.change(story.id(), by("anna"), content -> {
                    seen.add(content);
                    return Either.right(Examples.EDIT);
                })
                .get();

        assertThat(seen).containsExactly(Examples.CONTENT);
        assertThat(answer.revision().order().dossier().content()).isEqualTo(Examples.CONTENT.with(Examples.EDIT));
    }

    @Test
    void aChangeThatCannotBeReadIsRefusedWithAllThatIsWrong() {
        OrderStory story = keep(OrderStory.placed());
        List<Violation> wrong =
                List.of(Violation.of("one").under("a"), Violation.of("two").under("b"));

        assertThat(orders.change(story.id(), by("anna"), content -> Either.left(wrong)))
                .isEqualTo(Either.left(new Refusal.ByOrder(new OrderRejection.InvalidContent(wrong))));
        assertThat(log.end()).isEqualTo(1);
    }

    @Test
    void aReportKeepsWhenItHappenedBesideWhenItWasHeard() {
        OrderStory story = keep(OrderStory.placed());
        Instant happenedAt = Samples.MORNING.minus(Duration.ofMinutes(5));
        Actor identity = Samples.partner(Actor.Role.IDENTITY);
        CommandId name = Samples.newCommandId();

        Answer answer = orders.report(
                        story.id(),
                        new Intent(name, identity, Option.some(happenedAt), Option.none()),
                        new IdentityReport.Passed())
                .get();

        assertThat(log.load(story.id()).events().last().by())
                .isEqualTo(new Provenance(name, identity, happenedAt, Samples.MORNING));
        assertThat(answer.revision().since()).isEqualTo(happenedAt);
        assertThat(answer.revision().assertedBy()).isEqualTo(identity);
    }

    @Test
    void eachPartnersReportsReachTheOrder() {
        OrderStory story = keep(OrderStory.placed());
        report(story.id(), new IdentityReport.Passed()).get();
        clock.pass(Duration.ofDays(1));
        orders.passDeadline(story.id(), running(story.id())).get();
        report(story.id(), new BureauReport.Produced(Examples.PLASTIC)).get();

        Answer answer =
                report(story.id(), new CourierReport.Delivered(Examples.PARCEL)).get();

        assertThat(answer.revision().status()).isEqualTo(Status.DELIVERED);
        assertThat(answer.revision().order().madeCard()).contains(Examples.PLASTIC);
    }

    @Test
    void aPassedDeadlineIsRecordedOnceHoweverManyInstancesNoticeIt() {
        OrderStory story = keep(OrderStory.placed().approved());
        Deadline cutOff = running(story.id());
        OrderHandler otherInstance = new OrderHandler(log, new OrderDecider(ServiceTerms.REAL), clock);
        clock.set(cutOff.due());

        Answer first = orders.passDeadline(story.id(), cutOff).get();
        clock.pass(Duration.ofSeconds(1));
        Answer second = otherInstance.passDeadline(story.id(), cutOff).get();

        assertThat(first.revision().status()).isEqualTo(Status.IN_PRODUCTION);
        assertThat(first.revision().assertedBy()).isEqualTo(Actor.CLOCK);
        assertThat(second).isEqualTo(new Answer(first.revision(), List.empty(), false));
        assertThat(log.load(story.id()).latest()).contains(first.revision());
    }

    @Test
    void aDeadlineThatIsSetAgainPassesAgain() {
        OrderStory story = keep(OrderStory.placed().dispatched());
        CourierReport waiting =
                new CourierReport.Waiting(Examples.PARCEL, story.now().plus(Duration.ofDays(2)));
        report(story.id(), waiting).get();
        Deadline pickup = running(story.id());
        clock.set(pickup.due());
        orders.passDeadline(story.id(), pickup).get();
        clock.pass(Duration.ofDays(1));
        report(story.id(), waiting).get();

        Answer again = orders.passDeadline(story.id(), pickup).get();

        assertThat(again.revision().order().isCalling(Attention.Reason.PICKUP_OVERDUE))
                .isTrue();
    }

    @Test
    void timeDoesNotGoBackWithinAHistory() {
        OrderStory story = keep(OrderStory.placed());
        clock.set(story.now().minusSeconds(2));

        orders.cancel(story.id(), by(Samples.ANNA.value()), CancelReason.OTHER).get();

        OrderHistory history = log.load(story.id());
        assertThat(history.events().last().by().now()).isEqualTo(story.now());
        assertThat(history.asOf(story.now())).isEqualTo(history.latest());
    }

    @Test
    void aDeadlineThatIsAheadChangesNothing() {
        OrderStory story = keep(OrderStory.placed());
        Deadline deadline = running(story.id());
        clock.set(deadline.due().minusNanos(1_000));

        assertThat(orders.passDeadline(story.id(), deadline).get().caused()).isEmpty();
        assertThat(log.end()).isEqualTo(1);
    }

    /** Puts a story into the log and sets the clock to its end. */
    private OrderStory keep(OrderStory story) {
        story.history()
                .events()
                .forEach(recorded -> assertThat(log.append(
                                story.id(), recorded.version() - 1, recorded.by(), List.of(recorded.event())))
                        .isTrue());
        clock.set(story.now());
        return story;
    }

    private Either<Refusal, Answer> report(OrderId id, PartnerReport report) {
        return orders.report(id, new Intent(Samples.newCommandId(), Samples.partner(Actor.Role.COURIER)), report);
    }

    private Deadline running(OrderId id) {
        Order.Placed order = log.load(id).latest().get().order();
        return order.dossier().deadline().get();
    }

    private static Intent by(String customer) {
        return new Intent(Samples.newCommandId(), new Actor(Actor.Role.CUSTOMER, customer));
    }

    private static Intent forVersion(int version) {
        return forVersions(present -> present == version);
    }

    private static Intent forVersions(IntPredicate versions) {
        return new Intent(Samples.newCommandId(), Samples.customer(Samples.ANNA), Option.none(), Option.some(versions));
    }

    private static Intent fingerprinted(UUID name, String fingerprint) {
        return new Intent(new CommandId(name, fingerprint), Samples.customer(Samples.ANNA));
    }

    private static Either<Refusal, Answer> notPlaced() {
        return Either.left(new Refusal.ByOrder(new OrderRejection.NotPlaced()));
    }
}
