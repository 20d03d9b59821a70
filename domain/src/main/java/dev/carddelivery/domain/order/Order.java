package dev.carddelivery.domain.order;

import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.Shipment;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * One piece of plastic, from the customer's wish to the card's end; one record for each stage of its life, holding what
 * can be known at that stage. {@link OrderDecider} says how an order gets from one to the next.
 */
public sealed interface Order {

    /** Where every history begins. */
    Order UNPLACED = new Unplaced();

    /** Nobody has ordered anything under this id. */
    record Unplaced() implements Order {}

    /** Somebody has. */
    sealed interface Placed extends Order {

        /** What the order carries through all stages. */
        Dossier dossier();

        /** The same stage with another dossier. */
        Placed with(Dossier dossier);

        /** The plastic, once there is any. */
        default Option<Plastic> madeCard() {
            return Option.none();
        }

        /** Where the courier last saw it, once it has. */
        default Option<Shipment> parcel() {
            return Option.none();
        }

        /** Whether a person has already been called for this reason. */
        default boolean isCalling(Attention.Reason reason) {
            return dossier().attention().exists(attention -> attention.reason() == reason);
        }
    }

    /** Requirements are still open. */
    record Verifying(Dossier dossier) implements Placed {
        @Override
        public Verifying with(Dossier changed) {
            return new Verifying(changed);
        }
    }

    /** All requirements are met; the customer may change the order until {@code editableUntil}. */
    record Approved(Dossier dossier, Instant editableUntil) implements Placed {
        @Override
        public Approved with(Dossier changed) {
            return new Approved(changed, editableUntil);
        }
    }

    /** The bureau has been asked for the card, and has {@code accepted} the job or not yet. */
    record InProduction(Dossier dossier, boolean accepted) implements Placed {
        @Override
        public InProduction with(Dossier changed) {
            return new InProduction(changed, accepted);
        }
    }

    /** The plastic exists and waits for the courier. */
    record Produced(Dossier dossier, Plastic plastic) implements Placed {
        @Override
        public Produced with(Dossier changed) {
            return new Produced(changed, plastic);
        }

        @Override
        public Option<Plastic> madeCard() {
            return Option.some(plastic);
        }
    }

    /** The parcel is with the courier. */
    record InDelivery(Dossier dossier, Plastic plastic, Shipment shipment) implements Placed {
        @Override
        public InDelivery with(Dossier changed) {
            return new InDelivery(changed, plastic, shipment);
        }

        @Override
        public Option<Plastic> madeCard() {
            return Option.some(plastic);
        }

        @Override
        public Option<Shipment> parcel() {
            return Option.some(shipment);
        }
    }

    /**
     * The customer has the card, which is still inert; {@code wrongTries} proofs in a row were wrong, and until
     * {@code lockedUntil} none is looked at.
     */
    record Delivered(Dossier dossier, Plastic plastic, Shipment shipment, int wrongTries, Option<Instant> lockedUntil)
            implements Placed {

        /** After so many wrong proofs in a row no further one is looked at for a while. */
        public static final int ALLOWED_TRIES = 5;

        boolean isLockedAt(Instant now) {
            return lockedUntil.exists(now::isBefore);
        }

        @Override
        public Delivered with(Dossier changed) {
            return new Delivered(changed, plastic, shipment, wrongTries, lockedUntil);
        }

        @Override
        public Option<Plastic> madeCard() {
            return Option.some(plastic);
        }

        @Override
        public Option<Shipment> parcel() {
            return Option.some(shipment);
        }
    }

    /** The card works. */
    record Active(Dossier dossier, Plastic plastic, Shipment shipment) implements Placed {
        @Override
        public Active with(Dossier changed) {
            return new Active(changed, plastic, shipment);
        }

        @Override
        public Option<Plastic> madeCard() {
            return Option.some(plastic);
        }

        @Override
        public Option<Shipment> parcel() {
            return Option.some(shipment);
        }
    }

    /** Taken back too late to stop it at once: the card is inert for good, and its plastic is being stopped. */
    record Recalling(Dossier dossier, CancelReason reason, Option<Plastic> madeCard, Option<Shipment> parcel)
            implements Placed {
        @Override
        public Recalling with(Dossier changed) {
            return new Recalling(changed, reason, madeCard, parcel);
        }
    }

    /**
     * The courier brings it back, because it could not hand it over, or because what it had said of that,
     * {@code handedOver}, was wrong.
     */
    record Returning(
            Dossier dossier, Plastic plastic, Shipment shipment, ReturnReason reason, Option<Delivered> handedOver)
            implements Placed {
        @Override
        public Returning with(Dossier changed) {
            return new Returning(changed, plastic, shipment, reason, handedOver);
        }

        @Override
        public Option<Plastic> madeCard() {
            return Option.some(plastic);
        }

        @Override
        public Option<Shipment> parcel() {
            return Option.some(shipment);
        }
    }

    /** Nothing follows any more. */
    record Ended(Dossier dossier, Ending ending, Option<Plastic> madeCard, Option<Shipment> parcel) implements Placed {
        @Override
        public Ended with(Dossier changed) {
            return new Ended(changed, ending, madeCard, parcel);
        }
    }
}
