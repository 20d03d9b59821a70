package dev.carddelivery.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.memory.InMemoryCheckpoints;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.memory.InMemoryMessages;
import dev.carddelivery.application.memory.InMemoryReadModels;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.order.Answer;
import dev.carddelivery.application.order.Intent;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.Refusal;
import dev.carddelivery.application.port.OrderSearch.OrderFilter;
import dev.carddelivery.application.port.OrderSearch.OrderSummary;
import dev.carddelivery.application.process.DeadlineWatch;
import dev.carddelivery.application.process.Projector;
import dev.carddelivery.application.process.Relay;
import dev.carddelivery.application.process.RevisionTracker;
import dev.carddelivery.application.process.Subscription;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.AllowedAction;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.NextStep;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.OrderRejection;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The whole story of an order, told from the customer's wish to the card's end. Everything is real but the storage,
 * which is in memory, the partners, who say what the story needs, and the clock, which moves when the story says so.
 */
class OrderLifecycleScenario {

    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final InMemoryLog log = new InMemoryLog();
    private final InMemoryReadModels readModels = new InMemoryReadModels();
    private final InMemoryMessages partners = new InMemoryMessages();
    private final InMemoryCheckpoints checkpoints = new InMemoryCheckpoints();

    private final OrderHandler orders = new OrderHandler(log, new OrderDecider(ServiceTerms.REAL), clock);
    private final Subscription projection =
            new Subscription("projector", log, checkpoints, new RevisionTracker(log, new Projector(readModels)));
    private final Subscription process =
            new Subscription("process", log, checkpoints, new RevisionTracker(log, new Relay(partners)));
    private final DeadlineWatch deadlines = new DeadlineWatch(readModels, orders, clock, Duration.ZERO);

    private final OrderId id = Samples.newOrderId();
    private int requestsSeen;

    @BeforeEach
    void annaOrdersACard() {
        Answer placed = orders.place(id, Samples.ANNA, Examples.CONTENT).get();

        assertThat(placed.revision().status()).isEqualTo(Status.VERIFYING);
        assertNext(NextStep.Who.BANK, NextStep.What.IDENTITY_CHECK);
        assertAllowed(AllowedAction.UPDATE, AllowedAction.CANCEL);
        assertThat(asked()).containsExactly(Kind.IDENTITY_CHECK);
        assertThat(shown().status()).isEqualTo(Status.VERIFYING);
    }

    @Test
    void fromTheWishToTheWorkingCard() {
        theIdentityServiceKnowsAnna();
        annaChangesTheDesign();
        theCutOffPasses();
        theBureauMakesTheCard();

        // The courier carries it, and finds nobody the first time.
        courierSays(new CourierReport.Dispatched(Examples.PARCEL, Option.some(Examples.COURIERS_ETA)));
        assertThat(now().status()).isEqualTo(Status.IN_DELIVERY);
        assertThat(now().order().dossier().eta()).isEqualTo(Examples.COURIERS_ETA);
        courierSays(new CourierReport.OutForDelivery(Examples.PARCEL));
        courierSays(new CourierReport.AttemptFailed(Examples.PARCEL, Examples.ATTEMPT));
        assertThat(now().status()).isEqualTo(Status.DELIVERY_PROBLEM);
        courierSays(new CourierReport.OutForDelivery(Examples.PARCEL));
        courierSays(new CourierReport.Delivered(Examples.PARCEL));
        assertThat(now().status()).isEqualTo(Status.DELIVERED);
        assertNext(NextStep.Who.CUSTOMER, NextStep.What.ACTIVATION);
        assertAllowed(AllowedAction.ACTIVATE);

        // A scan that was stuck somewhere arrives late: recorded, and nothing else.
        Intent late = new Intent(
                Samples.newCommandId(),
                Samples.partner(Actor.Role.COURIER),
                Option.some(clock.instant().minus(Duration.ofDays(1))),
                Option.none());
        Answer noted = orders.report(id, late, new CourierReport.InTransit(Examples.PARCEL))
                .get();
        assertThat(noted.caused()).singleElement().isInstanceOf(OrderEvent.ReportNoted.class);
        assertThat(now().status()).isEqualTo(Status.DELIVERED);

        // The card is inert until Anna proves to have it.
        Answer wrong = orders.activate(id, anna(), Samples.WRONG_PROOF).get();
        assertThat(wrong.caused()).containsExactly(new OrderEvent.ActivationRefused(1, Option.none()));
        assertThat(wrong.revision().status()).isEqualTo(Status.DELIVERED);
        Answer right = orders.activate(id, anna(), Samples.PROOF).get();
        assertThat(right.revision().status()).isEqualTo(Status.ACTIVE);
        assertThat(NextStep.of(right.revision().order())).isEmpty();
        assertAllowed();

        assertThat(asked()).isEmpty();
        assertThat(shown().status()).isEqualTo(Status.ACTIVE);
        assertThat(shown().last4()).contains(Samples.PROOF);

        // Years later its validity ends.
        clock.set(Examples.PLASTIC.worksUntil());
        deadlinesPass();
        assertThat(now().status()).isEqualTo(Status.EXPIRED);
        assertThat(asked()).containsExactly(Kind.CARD_BLOCK);
    }

    @Test
    void takenBackTooLateTheCardIsMadeInertAndBroughtBack() {
        theIdentityServiceKnowsAnna();
        theCutOffPasses();
        theBureauMakesTheCard();
        courierSays(new CourierReport.Dispatched(Examples.PARCEL, Option.none()));

        Intent wish = anna();
        Answer recalled = orders.cancel(id, wish, CancelReason.CHANGED_MY_MIND).get();
        assertThat(recalled.revision().status()).isEqualTo(Status.RECALLING);
        assertThat(asked()).containsExactly(Kind.CARD_BLOCK, Kind.PARCEL_RECALL);
        assertNext(NextStep.Who.COURIER, NextStep.What.RECALL);

        // The answer got lost, so Anna's client asks again, and hears the same.
        Answer again = orders.cancel(id, wish, CancelReason.CHANGED_MY_MIND).get();
        assertThat(again).isEqualTo(new Answer(recalled.revision(), recalled.caused(), true));

        // What the courier scans on the way no longer matters, until the parcel is back.
        courierSays(new CourierReport.InTransit(Examples.PARCEL));
        assertThat(now().status()).isEqualTo(Status.RECALLING);
        courierSays(new CourierReport.Returned(Examples.PARCEL));
        assertThat(now().status()).isEqualTo(Status.RETURNED);
        assertThat(shown().status()).isEqualTo(Status.RETURNED);
        assertThat(asked()).isEmpty();
    }

    @Test
    void takenBackInTimeItCostsNothing() {
        theIdentityServiceKnowsAnna();

        Answer cancelled =
                orders.cancel(id, anna(), CancelReason.CHANGED_MY_MIND).get();

        assertThat(cancelled.revision().status()).isEqualTo(Status.CANCELLED);
        clock.pass(Duration.ofDays(30));
        deadlinesPass();
        assertThat(now().status()).isEqualTo(Status.CANCELLED);
        assertThat(asked()).isEmpty();
    }

    @Test
    void whereTheIdentityServiceKeepsSilentAPersonIsCalled() {
        clock.pass(Duration.ofDays(3));
        deadlinesPass();

        assertThat(now().status()).isEqualTo(Status.VERIFYING);
        assertThat(shown().attention()).isNotEmpty();
        assertNext(NextStep.Who.BANK, NextStep.What.SUPPORT_REVIEW);

        partnerSays(Actor.Role.IDENTITY, new IdentityReport.Failed(IdentityReport.Reason.DOCUMENT_EXPIRED));
        assertThat(now().status()).isEqualTo(Status.REJECTED);
        assertThat(shown().attention()).isEmpty();
    }

    // The steps of the story.

    private void theIdentityServiceKnowsAnna() {
        clock.pass(Duration.ofHours(2));
        partnerSays(Actor.Role.IDENTITY, new IdentityReport.Passed());
        assertThat(now().status()).isEqualTo(Status.APPROVED);
        assertNext(NextStep.Who.BANK, NextStep.What.PRODUCTION_START);
        assertThat(asked()).isEmpty();
    }

    private void annaChangesTheDesign() {
        Answer changed = orders.change(id, anna(), content -> Either.right(Examples.EDIT))
                .get();
        assertThat(changed.revision().order().dossier().content().editable()).isEqualTo(Examples.EDIT);
    }

    private void theCutOffPasses() {
        clock.pass(Duration.ofDays(1));
        deadlinesPass();
        assertThat(now().status()).isEqualTo(Status.IN_PRODUCTION);
        assertThat(asked()).containsExactly(Kind.CARD_PRODUCE);
        assertThat(orders.change(id, anna(), content -> Either.right(Examples.EDIT)))
                .isEqualTo(Either.left(new Refusal.ByOrder(new OrderRejection.NotEditable(Status.IN_PRODUCTION))));
    }

    private void theBureauMakesTheCard() {
        partnerSays(Actor.Role.BUREAU, new BureauReport.Accepted());
        clock.pass(Duration.ofDays(2));
        partnerSays(Actor.Role.BUREAU, new BureauReport.Produced(Examples.PLASTIC));
        assertThat(now().status()).isEqualTo(Status.PRODUCED);
        assertNext(NextStep.Who.COURIER, NextStep.What.DISPATCH);
        assertThat(asked()).containsExactly(Kind.PARCEL_DISPATCH);
    }

    private void courierSays(CourierReport report) {
        clock.pass(Duration.ofHours(3));
        partnerSays(Actor.Role.COURIER, report);
    }

    private void partnerSays(Actor.Role role, PartnerReport report) {
        orders.report(id, new Intent(Samples.newCommandId(), Samples.partner(role)), report)
                .get();
    }

    private void deadlinesPass() {
        projection.catchUp();
        deadlines.run();
    }

    private static Intent anna() {
        return new Intent(Samples.newCommandId(), Samples.customer(Samples.ANNA));
    }

    // What can be seen of it.

    /** The order, from its own history. */
    private OrderRevision now() {
        return log.load(id).latest().get();
    }

    /** The order, as the list of orders shows it. */
    private OrderSummary shown() {
        projection.catchUp();
        OrderFilter annas = new OrderFilter(Option.some(Samples.ANNA), Option.none());
        return readModels.find(annas, Option.none(), 10).items().get(0);
    }

    /** What the partners have been asked since the last look; to tell the customer is a matter of course. */
    private Seq<Kind> asked() {
        process.catchUp();
        Seq<PartnerRequest> unseen = partners.requests().drop(requestsSeen);
        requestsSeen += unseen.size();
        return unseen.map(PartnerRequest::kind).filter(kind -> kind != Kind.CUSTOMER_NOTIFY);
    }

    private void assertNext(NextStep.Who who, NextStep.What what) {
        NextStep next = NextStep.of(now().order()).get();
        assertThat(next.who()).isEqualTo(who);
        assertThat(next.what()).isEqualTo(what);
        assertThat(next.dueBy()).isNotEmpty();
    }

    private void assertAllowed(AllowedAction... actions) {
        assertThat(AllowedAction.of(now().order())).containsExactly(actions);
    }
}
