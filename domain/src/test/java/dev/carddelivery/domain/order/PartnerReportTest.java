package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.testing.Examples.ATTEMPT;
import static dev.carddelivery.domain.testing.Examples.PARCEL;
import static dev.carddelivery.domain.testing.Examples.PLASTIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.testing.Timeline;
import io.vavr.collection.List;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** The names of reports, which are stored and so must never change. */
class PartnerReportTest {

    @Test
    void everyReportHasAName() {
        assertThat(names(
                        new IdentityReport.Passed(),
                        new IdentityReport.Failed(IdentityReport.Reason.POLICY),
                        new IdentityReport.NeedsReview()))
                .containsExactly("identity.passed", "identity.failed", "identity.needs-review");
        assertThat(names(
                        new BureauReport.Accepted(),
                        new BureauReport.Rejected(BureauReport.Reason.OTHER),
                        new BureauReport.Produced(PLASTIC),
                        new BureauReport.Stopped(),
                        new BureauReport.Destroyed()))
                .containsExactly(
                        "bureau.accepted", "bureau.rejected", "bureau.produced", "bureau.stopped", "bureau.destroyed");
        assertThat(names(
                        new CourierReport.Dispatched(PARCEL, Option.none()),
                        new CourierReport.InTransit(PARCEL),
                        new CourierReport.OutForDelivery(PARCEL),
                        new CourierReport.Waiting(PARCEL, Timeline.WAITING_UNTIL),
                        new CourierReport.AttemptFailed(PARCEL, ATTEMPT),
                        new CourierReport.Delivered(PARCEL),
                        new CourierReport.Returning(PARCEL, ReturnReason.OTHER),
                        new CourierReport.Returned(PARCEL),
                        new CourierReport.Lost(PARCEL)))
                .containsExactly(
                        "courier.dispatched",
                        "courier.in-transit",
                        "courier.out-for-delivery",
                        "courier.waiting",
                        "courier.attempt-failed",
                        "courier.delivered",
                        "courier.returning",
                        "courier.returned",
                        "courier.lost");
    }

    private static List<String> names(PartnerReport... reports) {
        return List.of(reports).map(PartnerReport::name);
    }
}
