package dev.carddelivery.domain.order;

import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.person.UserId;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What an order carries with it through all its stages.
 *
 * @param id its name
 * @param owner the customer who placed it
 * @param purpose why
 * @param content what was ordered, as last changed
 * @param requirements what must be true before a card is made, and whether it is
 * @param eta when the customer is promised the card
 * @param deadline what is being waited for, and until when; none when nothing is, or when it was missed
 * @param attention why a person must look, if one must
 */
public record Dossier(
        OrderId id,
        UserId owner,
        Purpose purpose,
        OrderContent content,
        Seq<Requirement> requirements,
        TimeWindow eta,
        Option<Deadline> deadline,
        Option<Attention> attention) {

    static Dossier openedBy(OrderEvent.OrderPlaced placed) {
        Seq<Requirement> requirements = List.of(
                new Requirement(RequirementType.IDENTITY, Requirement.State.PENDING),
                new Requirement(RequirementType.CONSENTS, Requirement.State.MET),
                new Requirement(RequirementType.ADDRESS, Requirement.State.MET));
        Deadline identityCheck = new Deadline(Deadline.Kind.IDENTITY_CHECK, placed.identityCheckDue());
        return new Dossier(
                placed.id(),
                placed.owner(),
                placed.purpose(),
                placed.content(),
                requirements,
                placed.eta(),
                Option.some(identityCheck),
                Option.none());
    }

    Dossier with(EditableContent edited) {
        return new Dossier(id, owner, purpose, content.with(edited), requirements, eta, deadline, attention);
    }

    Dossier with(DeliveryPlan delivery) {
        return new Dossier(id, owner, purpose, content.with(delivery), requirements, eta, deadline, attention);
    }

    Dossier with(RequirementType type, Requirement.State state) {
        Seq<Requirement> updated = requirements.map(r -> r.type() == type ? new Requirement(type, state) : r);
        return new Dossier(id, owner, purpose, content, updated, eta, deadline, attention);
    }

    Dossier promising(TimeWindow newEta) {
        return new Dossier(id, owner, purpose, content, requirements, newEta, deadline, attention);
    }

    /** The order moved on: it now waits for {@code what}, until {@code due}. */
    Dossier waitingFor(Deadline.Kind what, Instant due) {
        return waitingFor(new Deadline(what, due));
    }

    /** The order moved on: it now waits for {@code next}, and nobody needs to look any more. */
    Dossier waitingFor(Deadline next) {
        return new Dossier(id, owner, purpose, content, requirements, eta, Option.some(next), Option.none());
    }

    /** The order waits for nothing, or only for a person who has yet to be called. */
    Dossier closed() {
        return new Dossier(id, owner, purpose, content, requirements, eta, Option.none(), Option.none());
    }

    /** A person must look. A deadline that has passed by then is not waited for any more if it would only call one. */
    Dossier calling(Attention call) {
        Option<Deadline> stillOpen = deadline.filter(running ->
                running.due().isAfter(call.since()) || !running.what().callsAPerson());
        return new Dossier(id, owner, purpose, content, requirements, eta, stillOpen, Option.some(call));
    }
}
