package dev.carddelivery.application;

import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderCommand;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.person.UserId;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * A history that a test tells step by step, each step an hour after the one before. The steps are decided by the real
 * decider, so that no story can be told that could not have happened.
 *
 * @param id whose story
 * @param history what has been told
 * @param now when the last step happened
 */
public record OrderStory(OrderId id, OrderHistory history, Instant now) {

    private static final OrderDecider DECIDER = new OrderDecider(ServiceTerms.REAL);

    /** A story that begins with this order. */
    public static OrderStory placed(Instant now, UserId owner, OrderContent content) {
        return placed(Samples.newOrderId(), now, owner, content);
    }

    /** A story that begins with this order, under this name. */
    public static OrderStory placed(OrderId id, Instant now, UserId owner, OrderContent content) {
        Provenance by = new Provenance(Samples.newCommandId(), Samples.customer(owner), now, now);
        return new OrderStory(id, OrderHistory.NONE, now)
                .decided(new OrderCommand.Place(by, id, owner, Purpose.FIRST, content));
    }

    /** A story that begins with the sample order of the sample customer, at the sample time. */
    public static OrderStory placed() {
        return placed(Samples.MORNING, Samples.ANNA, Examples.CONTENT);
    }

    /** The order as it is now. */
    public OrderRevision latest() {
        return history.latest().get();
    }

    /** The events from this version on, in order. */
    public List<OrderEvent> eventsFrom(int version) {
        return history.events()
                .drop(version - 1)
                .map(recorded -> recorded.event())
                .toList();
    }

    /** The identity service knows the customer: the order is approved. */
    public OrderStory approved() {
        return reported(new IdentityReport.Passed());
    }

    /** The running deadline passes. */
    public OrderStory deadlinePassed() {
        Deadline deadline = latest().order().dossier().deadline().get();
        OrderStory then = new OrderStory(id, history, deadline.due());
        return then.decided(new OrderCommand.PassDeadline(then.by(Actor.CLOCK), deadline));
    }

    /** The card is being made. */
    public OrderStory inProduction() {
        return approved().deadlinePassed();
    }

    /** The bureau has made the card. */
    public OrderStory produced() {
        return inProduction().reported(new BureauReport.Produced(Examples.PLASTIC));
    }

    /** The courier has the parcel. */
    public OrderStory dispatched() {
        return produced().reported(new CourierReport.Dispatched(Examples.PARCEL, Option.none()));
    }

    /** The courier found nobody. */
    public OrderStory attemptFailed() {
        return reported(new CourierReport.AttemptFailed(Examples.PARCEL, Examples.ATTEMPT));
    }

    /** The customer has the parcel. */
    public OrderStory delivered() {
        return dispatched().reported(new CourierReport.Delivered(Examples.PARCEL));
    }

    /** The customer has proved to have the card. */
    public OrderStory activated(Last4 proof) {
        OrderStory then = later();
        return then.decided(new OrderCommand.Activate(then.by(then.customer()), proof));
    }

    /** The customer takes the order back. */
    public OrderStory cancelled() {
        OrderStory then = later();
        return then.decided(new OrderCommand.Cancel(then.by(then.customer()), CancelReason.TOO_SLOW));
    }

    /** Support sends the parcel somewhere else. */
    public OrderStory redirected(DeliveryPlan to) {
        OrderStory then = later();
        return then.decided(new OrderCommand.Redirect(then.by(new Actor(Actor.Role.SUPPORT, "olga")), to));
    }

    /** The identity service reports. */
    public OrderStory reported(IdentityReport report) {
        OrderStory then = later();
        return then.decided(new OrderCommand.ReportIdentity(then.by(Samples.partner(Actor.Role.IDENTITY)), report));
    }

    /** The bureau reports. */
    public OrderStory reported(BureauReport report) {
        OrderStory then = later();
        return then.decided(new OrderCommand.ReportProduction(then.by(Samples.partner(Actor.Role.BUREAU)), report));
    }

    /** The courier reports. */
    public OrderStory reported(CourierReport report) {
        OrderStory then = later();
        return then.decided(new OrderCommand.ReportDelivery(then.by(Samples.partner(Actor.Role.COURIER)), report));
    }

    private OrderStory later() {
        return new OrderStory(id, history, now.plus(Duration.ofHours(1)));
    }

    private Actor customer() {
        return Samples.customer(latest().order().dossier().owner());
    }

    /** Partners assert what happened a minute ago. */
    private Provenance by(Actor actor) {
        Instant happenedAt = actor.role() == Actor.Role.CUSTOMER ? now : now.minus(Duration.ofMinutes(1));
        return new Provenance(Samples.newCommandId(), actor, happenedAt, now);
    }

    private OrderStory decided(OrderCommand command) {
        Order present = history.latest().<Order>map(OrderRevision::order).getOrElse(Order.UNPLACED);
        List<OrderEvent> events = DECIDER.decide(present, command)
                .getOrElseThrow(rejection -> new IllegalArgumentException("No such story: " + rejection));
        return new OrderStory(id, history.plus(id, command.by(), events), now);
    }
}
