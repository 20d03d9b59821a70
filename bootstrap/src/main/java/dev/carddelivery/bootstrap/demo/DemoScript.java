package dev.carddelivery.bootstrap.demo;

import static dev.carddelivery.domain.delivery.FailedAttempt.Reason.NOT_AT_HOME;

import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.domain.card.CardReference;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.PartnerReport;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * What the demo partners do when they are asked, and how long each step takes them. A few magic values in an order make
 * them misbehave, so that a tester can see those ways, too.
 */
final class DemoScript {

    /** A document whose number ends like this is invalid. */
    static final String INVALID_DOCUMENT = "0000";

    /** In this apartment nobody is at home at the first visit. */
    static final String NOBODY_HOME = "404";

    private static final int YEARS_OF_VALIDITY = 5;

    private final Duration day;

    DemoScript(Duration day) {
        this.day = day;
    }

    /**
     * One thing a partner does.
     *
     * @param after how long it takes since the step before
     * @param report what it says then
     */
    record Step(Duration after, PartnerReport report) {}

    /** The steps that follow a request, given the order as it was when the request was made. */
    List<Step> stepsFor(PartnerRequest request, Order.Placed order, Instant now) {
        return switch (request.kind()) {
            case IDENTITY_CHECK -> List.of(step(0.3, identity(order)));
            case CARD_PRODUCE ->
                List.of(
                        step(0.2, new BureauReport.Accepted()),
                        step(1.5, new BureauReport.Produced(plastic(request.orderId(), now))));
            case CARD_STOP -> List.of(step(0.5, new BureauReport.Destroyed()));
            case CARD_BLOCK, PARCEL_REDIRECT, CUSTOMER_NOTIFY -> List.empty();
            case PARCEL_DISPATCH ->
                parcel(request.orderId(), order.dossier().content().delivery(), now);
            case PARCEL_RECALL ->
                order.parcel()
                        .map(parcel -> List.of(step(1.0, new CourierReport.Returned(parcel.trackingNumber()))))
                        .getOrElse(List.empty());
        };
    }

    private static IdentityReport identity(Order.Placed order) {
        String number = order.dossier().content().legal().document().number().value();
        return number.endsWith(INVALID_DOCUMENT)
                ? new IdentityReport.Failed(IdentityReport.Reason.DOCUMENT_INVALID)
                : new IdentityReport.Passed();
    }

    private List<Step> parcel(OrderId orderId, DeliveryPlan plan, Instant now) {
        TrackingNumber tracking = trackingNumber(orderId);
        List<Step> onItsWay = List.of(
                step(0.4, new CourierReport.Dispatched(tracking, Option.none())),
                step(0.5, new CourierReport.InTransit(tracking)));
        Step handedOver = step(0.5, new CourierReport.Delivered(tracking));
        return switch (plan.method()) {
            case COURIER, POST ->
                onItsWay.append(step(0.6, new CourierReport.OutForDelivery(tracking)))
                        .appendAll(failedVisit(tracking, plan))
                        .append(handedOver);
            case BRANCH, PARCEL_LOCKER ->
                onItsWay.append(step(0.6, new CourierReport.Waiting(tracking, now.plus(day.multipliedBy(9)))))
                        .append(handedOver);
        };
    }

    private List<Step> failedVisit(TrackingNumber tracking, DeliveryPlan plan) {
        return plan.address().apartment().contains(NOBODY_HOME)
                ? List.of(
                        step(0.5, new CourierReport.AttemptFailed(tracking, new FailedAttempt(1, 3, NOT_AT_HOME))),
                        step(1.0, new CourierReport.OutForDelivery(tracking)))
                : List.empty();
    }

    private static Plastic plastic(OrderId orderId, Instant now) {
        String last4 = String.format(Locale.ROOT, "%04d", Math.floorMod(orderId.hashCode(), 10_000));
        YearMonth expiry = YearMonth.from(now.atZone(ZoneOffset.UTC)).plusYears(YEARS_OF_VALIDITY);
        return new Plastic(new CardReference("demo-" + orderId.value()), new Last4(last4), expiry);
    }

    private static TrackingNumber trackingNumber(OrderId orderId) {
        return new TrackingNumber(
                "DEMO-" + orderId.value().toString().toUpperCase(Locale.ROOT).substring(24));
    }

    private Step step(double days, PartnerReport report) {
        return new Step(Duration.ofNanos((long) (day.toNanos() * days)), report);
    }
}
