package dev.carddelivery.bootstrap.demo;

import static dev.carddelivery.domain.delivery.FailedAttempt.Reason.NOT_AT_HOME;

import dev.carddelivery.domain.card.CardReference;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.order.ReturnReason;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
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

    /**
     * The steps that follow a request.
     *
     * @param rejected whether the partner was told to refuse it
     * @param made whether the bureau has made the order's card
     */
    List<Step> steps(DemoRequest request, boolean rejected, boolean made) {
        return switch (request.kind()) {
            case IDENTITY_CHECK -> List.of(step(0.3, identity(request, rejected)));
            case CARD_PRODUCE ->
                rejected
                        ? List.of(step(0.2, new BureauReport.Rejected(BureauReport.Reason.OUT_OF_STOCK)))
                        : List.of(
                                step(0.2, new BureauReport.Accepted()),
                                step(1.5, new BureauReport.Produced(plastic(request))));
            case CARD_STOP ->
                List.of(step(
                        0.5,
                        made || request.text("/cardReference").isDefined()
                                ? new BureauReport.Destroyed()
                                : new BureauReport.Stopped()));
            case CARD_BLOCK, PARCEL_REDIRECT, CUSTOMER_NOTIFY -> List.empty();
            case PARCEL_DISPATCH -> parcel(request, rejected);
            case PARCEL_RECALL ->
                request.text("/trackingNumber")
                        .map(number -> List.of(step(1.0, new CourierReport.Returned(new TrackingNumber(number)))))
                        .getOrElse(List::empty);
        };
    }

    private static IdentityReport identity(DemoRequest request, boolean rejected) {
        if (rejected) {
            return new IdentityReport.Failed(IdentityReport.Reason.POLICY);
        }
        return request.text("/document/number").exists(number -> number.endsWith(INVALID_DOCUMENT))
                ? new IdentityReport.Failed(IdentityReport.Reason.DOCUMENT_INVALID)
                : new IdentityReport.Passed();
    }

    private List<Step> parcel(DemoRequest request, boolean rejected) {
        TrackingNumber tracking = trackingNumber(request);
        boolean toTheDoor = request.text("/delivery/method").exists(method -> method.matches("courier|post"));
        Step arrival = toTheDoor
                ? step(0.6, new CourierReport.OutForDelivery(tracking))
                : step(0.6, new CourierReport.Waiting(tracking, request.at().plus(day.multipliedBy(9))));
        ReturnReason refusal = toTheDoor ? ReturnReason.REFUSED : ReturnReason.NOT_COLLECTED;
        List<Step> end = rejected
                ? List.of(
                        step(0.5, new CourierReport.Returning(tracking, refusal)),
                        step(1.0, new CourierReport.Returned(tracking)))
                : List.of(step(0.5, new CourierReport.Delivered(tracking)));
        return List.of(
                        step(0.4, new CourierReport.Dispatched(tracking, Option.none())),
                        step(0.5, new CourierReport.InTransit(tracking)),
                        arrival)
                .appendAll(toTheDoor ? failedVisit(request, tracking) : List.empty())
                .appendAll(end);
    }

    private List<Step> failedVisit(DemoRequest request, TrackingNumber tracking) {
        return request.text("/delivery/address/apartment").contains(NOBODY_HOME)
                ? List.of(
                        step(0.5, new CourierReport.AttemptFailed(tracking, new FailedAttempt(1, 3, NOT_AT_HOME))),
                        step(1.0, new CourierReport.OutForDelivery(tracking)))
                : List.empty();
    }

    /** Named after the request, so that a card made twice for one order would show. */
    private static Plastic plastic(DemoRequest request) {
        String last4 = String.format(
                Locale.ROOT, "%04d", Math.floorMod(request.orderId().hashCode(), 10_000));
        YearMonth expiry = YearMonth.from(request.at().atZone(ZoneOffset.UTC)).plusYears(YEARS_OF_VALIDITY);
        return new Plastic(new CardReference("demo-" + request.id()), new Last4(last4), expiry);
    }

    private static TrackingNumber trackingNumber(DemoRequest request) {
        return new TrackingNumber("DEMO-"
                + request.orderId().value().toString().toUpperCase(Locale.ROOT).substring(24));
    }

    /** Something else than {@code report}, as if the partner had mixed things up. */
    static PartnerReport contradicting(PartnerReport report) {
        return switch (report) {
            case IdentityReport.Passed r -> new IdentityReport.Failed(IdentityReport.Reason.DATA_MISMATCH);
            case IdentityReport r -> new IdentityReport.Passed();
            case BureauReport.Stopped r -> new BureauReport.Accepted();
            case BureauReport r -> new BureauReport.Stopped();
            case CourierReport r -> new CourierReport.InTransit(new TrackingNumber("OTHER-PARCEL"));
        };
    }

    private Step step(double days, PartnerReport report) {
        return new Step(Duration.ofNanos((long) (day.toNanos() * days)), report);
    }
}
