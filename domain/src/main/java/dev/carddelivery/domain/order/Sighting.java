package dev.carddelivery.domain.order;

import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.order.OrderCommand.ReportDelivery;
import io.vavr.control.Option;

/** What a courier's report says about the parcel, whether or not it turns out to be news. */
final class Sighting {

    private Sighting() {}

    /** The parcel as {@code command} reports it, remembering the failed visit of an earlier report. */
    static Shipment of(ReportDelivery command, Option<Shipment> before) {
        CourierReport report = command.report();
        Option<FailedAttempt> attempt = report instanceof CourierReport.AttemptFailed failed
                ? Option.some(failed.attempt())
                : before.flatMap(Shipment::lastAttempt);
        return new Shipment(
                report.trackingNumber(), leg(report), attempt, command.by().happenedAt());
    }

    /**
     * Whether what {@code command} reports did not happen before what was last seen of the parcel. An end cannot be
     * taken back, so none is believed that the parcel has outlived. But no scan takes a card out of a customer's hands,
     * who may be waiting to activate it: a handing over is news unless the parcel was seen to turn back after it.
     */
    static boolean isNews(ReportDelivery command, Option<Shipment> before) {
        Shipment seen = of(command, before);
        return before.forAll(last -> last.isBefore(seen) || (seen.leg() == Leg.DELIVERED && isOnItsWay(last)));
    }

    private static boolean isOnItsWay(Shipment last) {
        return last.leg().compareTo(Leg.RETURNING) < 0;
    }

    private static Leg leg(CourierReport report) {
        return switch (report) {
            case CourierReport.Dispatched r -> Leg.DISPATCHED;
            case CourierReport.InTransit r -> Leg.IN_TRANSIT;
            case CourierReport.OutForDelivery r -> Leg.OUT_FOR_DELIVERY;
            case CourierReport.AttemptFailed r -> Leg.ATTEMPT_FAILED;
            case CourierReport.Waiting r -> Leg.WAITING;
            case CourierReport.Returning r -> Leg.RETURNING;
            case CourierReport.Delivered r -> Leg.DELIVERED;
            case CourierReport.Returned r -> Leg.RETURNED;
            case CourierReport.Lost r -> Leg.LOST;
        };
    }
}
