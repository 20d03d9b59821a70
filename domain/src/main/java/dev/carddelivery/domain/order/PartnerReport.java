package dev.carddelivery.domain.order;

/** What another domain says about an order. */
public sealed interface PartnerReport permits IdentityReport, BureauReport, CourierReport {

    /** The name by which this kind of report is known outside Java: the partner, a dot, what it says. */
    default String name() {
        return switch (this) {
            case IdentityReport.Passed r -> "identity.passed";
            case IdentityReport.Failed r -> "identity.failed";
            case IdentityReport.NeedsReview r -> "identity.needs-review";
            case BureauReport.Accepted r -> "bureau.accepted";
            case BureauReport.Rejected r -> "bureau.rejected";
            case BureauReport.Produced r -> "bureau.produced";
            case BureauReport.Stopped r -> "bureau.stopped";
            case BureauReport.Destroyed r -> "bureau.destroyed";
            case CourierReport.Dispatched r -> "courier.dispatched";
            case CourierReport.InTransit r -> "courier.in-transit";
            case CourierReport.OutForDelivery r -> "courier.out-for-delivery";
            case CourierReport.Waiting r -> "courier.waiting";
            case CourierReport.AttemptFailed r -> "courier.attempt-failed";
            case CourierReport.Delivered r -> "courier.delivered";
            case CourierReport.Returning r -> "courier.returning";
            case CourierReport.Returned r -> "courier.returned";
            case CourierReport.Lost r -> "courier.lost";
        };
    }
}
