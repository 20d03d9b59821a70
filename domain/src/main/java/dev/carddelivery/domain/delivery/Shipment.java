package dev.carddelivery.domain.delivery;

import io.vavr.control.Option;
import java.time.Instant;

/**
 * Where the courier last saw the parcel.
 *
 * @param trackingNumber the courier's name for the parcel
 * @param leg how far it has got
 * @param lastAttempt the last visit that failed, if any
 * @param seenAt when that was, by the courier's clock
 */
public record Shipment(TrackingNumber trackingNumber, Leg leg, Option<FailedAttempt> lastAttempt, Instant seenAt) {

    /**
     * Whether {@code other} tells of a later moment than this one. The courier's clock decides; a further leg breaks a
     * tie, since scanners often share a timestamp.
     */
    public boolean isBefore(Shipment other) {
        int byClock = seenAt.compareTo(other.seenAt);
        return byClock < 0 || (byClock == 0 && leg.compareTo(other.leg) < 0);
    }
}
