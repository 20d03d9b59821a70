package dev.carddelivery.domain.order;

import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.person.UserId;

/** Everything that somebody can ask of an order or assert about it. */
public sealed interface OrderCommand {

    /** Who asks, under which name, and when. */
    Provenance by();

    /** The customer orders a card. */
    record Place(Provenance by, OrderId id, UserId owner, Purpose purpose, OrderContent content)
            implements OrderCommand {}

    /** The customer wants the editable part of the order to be {@code wanted}. */
    record Change(Provenance by, EditableContent wanted) implements OrderCommand {}

    /** The customer takes the order back. */
    record Cancel(Provenance by, CancelReason reason) implements OrderCommand {}

    /** The customer has the card in hand and reads {@code proof} off it. */
    record Activate(Provenance by, Last4 proof) implements OrderCommand {

        /** Whether the proof was read off {@code plastic}. */
        public boolean proves(Plastic plastic) {
            return proof.equals(plastic.last4());
        }
    }

    /** Another domain reports. */
    sealed interface Report extends OrderCommand {

        /** What it says. */
        PartnerReport report();
    }

    /** The identity service reports. */
    record ReportIdentity(Provenance by, IdentityReport report) implements Report {}

    /** The bureau reports. */
    record ReportProduction(Provenance by, BureauReport report) implements Report {}

    /** The courier reports. */
    record ReportDelivery(Provenance by, CourierReport report) implements Report {}

    /** Support sends a parcel that is under way somewhere else. */
    record Redirect(Provenance by, DeliveryPlan to) implements OrderCommand {}

    /** A person must look for {@code reason}, which lies outside the order. */
    record CallSupport(Provenance by, Attention.Reason reason) implements OrderCommand {}

    /** The clock reports that {@code deadline} has passed. */
    record PassDeadline(Provenance by, Deadline deadline) implements OrderCommand {}
}
