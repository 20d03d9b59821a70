package dev.carddelivery.domain.order;

import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.delivery.TrackingNumber;
import io.vavr.control.Option;
import java.time.Instant;

/** What the courier says about the parcel. Every report names the parcel, so that none depends on another's arrival. */
public sealed interface CourierReport extends PartnerReport {

    /** The courier's name for the parcel. */
    TrackingNumber trackingNumber();

    /** Picked up from the bureau, with the courier's own promise of the delivery if there is one. */
    record Dispatched(TrackingNumber trackingNumber, Option<TimeWindow> eta) implements CourierReport {}

    /** Scanned on its way. */
    record InTransit(TrackingNumber trackingNumber) implements CourierReport {}

    /** On the last vehicle, to be handed over today. */
    record OutForDelivery(TrackingNumber trackingNumber) implements CourierReport {}

    /** Ready to be picked up until {@code until}. */
    record Waiting(TrackingNumber trackingNumber, Instant until) implements CourierReport {}

    /** A visit at which the parcel could not be handed over. */
    record AttemptFailed(TrackingNumber trackingNumber, FailedAttempt attempt) implements CourierReport {}

    /** In the customer's hands. */
    record Delivered(TrackingNumber trackingNumber) implements CourierReport {}

    /** On its way back. */
    record Returning(TrackingNumber trackingNumber, ReturnReason reason) implements CourierReport {}

    /** Back with the bank. */
    record Returned(TrackingNumber trackingNumber) implements CourierReport {}

    /** Nobody knows where it is. */
    record Lost(TrackingNumber trackingNumber) implements CourierReport {}
}
