package dev.carddelivery.domain.testing;

import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.EditableContent;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderCommand;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.person.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A moment at which somebody commands: {@code at(noon).cancel(TOO_SLOW)}. Equal moments make equal commands.
 *
 * @param now when this system hears of it
 * @param happenedAt when it happened by the clock of the one who says it
 */
public record Moment(Instant now, Instant happenedAt) {

    /** Something that is heard the moment it happens. */
    public static Moment at(Instant now) {
        return new Moment(now, now);
    }

    /** The same moment, when something is heard that happened at another time. */
    public Moment of(Instant otherTime) {
        return new Moment(now, otherTime);
    }

    /** {@code owner} orders a first card. */
    public OrderCommand.Place place(OrderId id, UserId owner, OrderContent content) {
        return new OrderCommand.Place(by(Actor.Role.CUSTOMER, owner.value()), id, owner, Purpose.FIRST, content);
    }

    /** The example customer wants the order changed. */
    public OrderCommand.Change change(EditableContent wanted) {
        return new OrderCommand.Change(byCustomer(), wanted);
    }

    /** The example customer takes the order back. */
    public OrderCommand.Cancel cancel(CancelReason reason) {
        return new OrderCommand.Cancel(byCustomer(), reason);
    }

    /** The example customer reads {@code proof} off the card. */
    public OrderCommand.Activate activate(Last4 proof) {
        return new OrderCommand.Activate(byCustomer(), proof);
    }

    /** The identity service reports. */
    public OrderCommand.ReportIdentity hear(IdentityReport report) {
        return new OrderCommand.ReportIdentity(by(Actor.Role.IDENTITY, "identity"), report);
    }

    /** The bureau reports. */
    public OrderCommand.ReportProduction hear(BureauReport report) {
        return new OrderCommand.ReportProduction(by(Actor.Role.BUREAU, "bureau"), report);
    }

    /** The courier reports. */
    public OrderCommand.ReportDelivery hear(CourierReport report) {
        return new OrderCommand.ReportDelivery(by(Actor.Role.COURIER, "courier"), report);
    }

    /** Support sends the parcel somewhere else. */
    public OrderCommand.Redirect redirect(DeliveryPlan to) {
        return new OrderCommand.Redirect(by(Actor.Role.SUPPORT, "support"), to);
    }

    /** Somebody behind the scenes wants a person to look. */
    public OrderCommand.CallSupport callSupport(Attention.Reason reason) {
        return new OrderCommand.CallSupport(by(Actor.CLOCK.role(), Actor.CLOCK.id()), reason);
    }

    /** The clock reports that {@code deadline} has passed, whether or not it has. */
    public OrderCommand.PassDeadline pass(Deadline deadline) {
        return new OrderCommand.PassDeadline(by(Actor.CLOCK.role(), Actor.CLOCK.id()), deadline);
    }

    private Provenance byCustomer() {
        return by(Actor.Role.CUSTOMER, Examples.OWNER.value());
    }

    private Provenance by(Actor.Role role, String id) {
        String name = String.join("/", role.name(), id, now.toString(), happenedAt.toString());
        CommandId commandId = new CommandId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        return new Provenance(commandId, new Actor(role, id), happenedAt, now);
    }
}
