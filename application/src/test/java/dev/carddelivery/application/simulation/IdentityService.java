package dev.carddelivery.application.simulation;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderId;
import java.time.Duration;
import java.util.function.Consumer;

/** Checks each customer once, some of them at length. */
final class IdentityService implements Consumer<PartnerRequest> {

    private static final Duration USUAL_CHECK = Duration.ofHours(12);
    private static final Duration USUAL_REVIEW = Duration.ofDays(2);

    private final Nature nature;
    private final Correspondence correspondence;

    IdentityService(Nature nature, Correspondence correspondence) {
        this.nature = nature;
        this.correspondence = correspondence;
    }

    @Override
    public void accept(PartnerRequest request) {
        if (correspondence.isNew(request)) {
            nature.later(nature.chance().about(USUAL_CHECK), () -> check(request.orderId()));
        }
    }

    private void check(OrderId orderId) {
        if (nature.chance().of(0.15)) {
            correspondence.say(orderId, new IdentityReport.NeedsReview());
            nature.later(nature.chance().about(USUAL_REVIEW), () -> conclude(orderId));
        } else {
            conclude(orderId);
        }
    }

    private void conclude(OrderId orderId) {
        IdentityReport passed = new IdentityReport.Passed();
        IdentityReport failed = new IdentityReport.Failed(IdentityReport.Reason.DATA_MISMATCH);
        boolean known = nature.chance().of(0.9);
        correspondence.say(orderId, known ? passed : failed);
        if (nature.chance().of(nature.weather().contradiction())) {
            correspondence.say(orderId, known ? failed : passed);
        }
    }
}
