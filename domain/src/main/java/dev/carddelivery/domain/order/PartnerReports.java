package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.order.Attention.Reason.CONTRADICTORY_REPORTS;
import static dev.carddelivery.domain.order.Attention.Reason.DELIVERED_DESPITE_RECALL;
import static dev.carddelivery.domain.order.Attention.Reason.IDENTITY_REVIEW;
import static dev.carddelivery.domain.order.Attention.Reason.PRODUCTION_REFUSED;
import static dev.carddelivery.domain.order.OrderEvent.RecallCompleted.Outcome.BROUGHT_BACK;
import static dev.carddelivery.domain.order.OrderEvent.RecallCompleted.Outcome.DESTROYED;
import static dev.carddelivery.domain.order.OrderEvent.RecallCompleted.Outcome.NEVER_MADE;
import static dev.carddelivery.domain.order.Verdict.contradictory;
import static dev.carddelivery.domain.order.Verdict.late;
import static dev.carddelivery.domain.order.Verdict.record;

import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.order.Order.Delivered;
import dev.carddelivery.domain.order.Order.InProduction;
import dev.carddelivery.domain.order.Order.Placed;
import dev.carddelivery.domain.order.Order.Recalling;
import dev.carddelivery.domain.order.Order.Returning;
import dev.carddelivery.domain.order.Order.Verifying;
import dev.carddelivery.domain.order.OrderCommand.Report;
import dev.carddelivery.domain.order.OrderCommand.ReportDelivery;
import dev.carddelivery.domain.order.OrderCommand.ReportIdentity;
import dev.carddelivery.domain.order.OrderCommand.ReportProduction;
import dev.carddelivery.domain.order.OrderEvent.AttentionRaised;
import dev.carddelivery.domain.order.OrderEvent.CardProduced;
import dev.carddelivery.domain.order.OrderEvent.IdentityConfirmed;
import dev.carddelivery.domain.order.OrderEvent.OrderApproved;
import dev.carddelivery.domain.order.OrderEvent.OrderRejected;
import dev.carddelivery.domain.order.OrderEvent.ParcelDelivered;
import dev.carddelivery.domain.order.OrderEvent.ParcelLost;
import dev.carddelivery.domain.order.OrderEvent.ParcelReturned;
import dev.carddelivery.domain.order.OrderEvent.ParcelReturning;
import dev.carddelivery.domain.order.OrderEvent.ParcelTracked;
import dev.carddelivery.domain.order.OrderEvent.ProductionAccepted;
import dev.carddelivery.domain.order.OrderEvent.ProductionRefused;
import dev.carddelivery.domain.order.OrderEvent.RecallCompleted;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * What the partners' reports do to an order at the stages that wait for them; a courier's report gets here only if it
 * is {@linkplain Sighting#isNews news}.
 */
record PartnerReports(ServiceTerms terms) {

    /** Where a recalled parcel stays until it is back or its courier changes its mind. */
    private static final Set<Leg> SETTLED = HashSet.of(Leg.RETURNING, Leg.DELIVERED);

    Either<OrderRejection, List<OrderEvent>> verify(Verifying o, ReportIdentity c) {
        return switch (c.report()) {
            case IdentityReport.Passed r ->
                record(new IdentityConfirmed(), new OrderApproved(terms.editableUntil(c.by().now())));
            case IdentityReport.Failed r -> record(new OrderRejected(r.reason()));
            case IdentityReport.NeedsReview r ->
                o.isCalling(IDENTITY_REVIEW)
                        ? late(c)
                        : record(new AttentionRaised(terms.call(IDENTITY_REVIEW, c.by().now())));
        };
    }

    Either<OrderRejection, List<OrderEvent>> produce(InProduction o, ReportProduction c) {
        return switch (c.report()) {
            case BureauReport.Accepted r -> o.accepted() ? late(c) : record(new ProductionAccepted());
            case BureauReport.Rejected r ->
                o.isCalling(PRODUCTION_REFUSED)
                        ? late(c)
                        : record(
                                new ProductionRefused(r.reason()),
                                new AttentionRaised(terms.call(PRODUCTION_REFUSED, c.by().now())));
            case BureauReport.Produced r -> record(new CardProduced(r.plastic(), terms.dispatchDue(c.by().now())));
            case BureauReport.Stopped r -> contradictory(c);
            case BureauReport.Destroyed r -> contradictory(c);
        };
    }

    /** What was never made cannot be under way, and what the courier has the bureau cannot destroy. */
    Either<OrderRejection, List<OrderEvent>> stop(Recalling o, ReportProduction c) {
        return switch (c.report()) {
            case BureauReport.Stopped r when !exists(o) -> record(new RecallCompleted(NEVER_MADE));
            case BureauReport.Rejected r when !exists(o) -> record(new RecallCompleted(NEVER_MADE));
            case BureauReport.Destroyed r when o.parcel().isEmpty() -> record(new RecallCompleted(DESTROYED));
            case BureauReport.Stopped r -> contradict(o, c);
            case BureauReport.Rejected r -> contradict(o, c);
            case BureauReport.Destroyed r -> contradict(o, c);
            case BureauReport.Accepted r -> late(c);
            case BureauReport.Produced r -> late(c);
        };
    }

    private static boolean exists(Recalling o) {
        return o.madeCard().isDefined() || o.parcel().isDefined();
    }

    Either<OrderRejection, List<OrderEvent>> deliver(Placed o, ReportDelivery c) {
        Shipment seen = Sighting.of(c, o.parcel());
        return switch (c.report()) {
            case CourierReport.Delivered r -> record(new ParcelDelivered(seen));
            case CourierReport.Returning r ->
                record(new ParcelReturning(seen, r.reason(), terms.returnDue(c.by().now())));
            case CourierReport.Returned r -> record(new ParcelReturned(seen, ReturnReason.UNDELIVERABLE));
            case CourierReport.Lost r -> record(new ParcelLost(seen));
            case CourierReport.Dispatched r -> record(new ParcelTracked(seen, r.eta(), handOver(o, c)));
            case CourierReport.Waiting r ->
                record(new ParcelTracked(seen, Option.none(), new Deadline(Deadline.Kind.PICKUP, r.until())));
            case CourierReport.InTransit r -> record(new ParcelTracked(seen, Option.none(), handOver(o, c)));
            case CourierReport.OutForDelivery r -> record(new ParcelTracked(seen, Option.none(), handOver(o, c)));
            case CourierReport.AttemptFailed r -> record(new ParcelTracked(seen, Option.none(), handOver(o, c)));
        };
    }

    /**
     * What contradicts an earlier report does not move the order. But the earlier one may be the wrong one, and then
     * this is how the truth comes in: a person must look.
     */
    Either<OrderRejection, List<OrderEvent>> contradict(Placed o, Report c) {
        return o.isCalling(CONTRADICTORY_REPORTS)
                ? contradictory(c)
                : contradictory(c)
                        .map(noted ->
                                noted.append(new AttentionRaised(terms.call(CONTRADICTORY_REPORTS, c.by().now()))));
    }

    /** The promise to hand the card over stands from the first leg on; only one that was missed is made anew. */
    private Deadline handOver(Placed o, ReportDelivery c) {
        return o.dossier()
                .deadline()
                .filter(running -> running.what() == Deadline.Kind.DELIVERY)
                .getOrElse(() -> new Deadline(Deadline.Kind.DELIVERY, terms.deliveryDue(c.by().now())));
    }

    Either<OrderRejection, List<OrderEvent>> bringBack(Returning o, ReportDelivery c) {
        Shipment seen = Sighting.of(c, o.parcel());
        return switch (c.report()) {
            case CourierReport.Returned r -> record(new ParcelReturned(seen, o.reason()));
            case CourierReport.Lost r -> record(new ParcelLost(seen));
            case CourierReport.Delivered r -> record(new ParcelDelivered(seen));
            case CourierReport r -> late(c);
        };
    }

    /** As long as the card is inert the courier may take its word back. */
    Either<OrderRejection, List<OrderEvent>> takeBack(Delivered o, ReportDelivery c) {
        return switch (c.report()) {
            case CourierReport.Returning r -> deliver(o, c);
            case CourierReport.Returned r -> deliver(o, c);
            case CourierReport.Lost r -> deliver(o, c);
            case CourierReport r -> late(c);
        };
    }

    /** Scans tell nothing more of a parcel that has turned back, nor of one that was handed over. */
    Either<OrderRejection, List<OrderEvent>> bringBackRecalled(Recalling o, ReportDelivery c) {
        Shipment seen = Sighting.of(c, o.parcel());
        ParcelTracked tracked = new ParcelTracked(seen, Option.none(), comingBack(o, c));
        Option<Leg> last = o.parcel().map(Shipment::leg);
        return switch (c.report()) {
            case CourierReport.Returned r -> record(tracked, new RecallCompleted(BROUGHT_BACK));
            case CourierReport.Lost r -> record(new ParcelLost(seen));
            case CourierReport r when last.contains(seen.leg()) && SETTLED.contains(seen.leg()) -> late(c);
            case CourierReport.Returning r -> record(tracked);
            case CourierReport.Delivered r ->
                record(tracked, new AttentionRaised(terms.call(DELIVERED_DESPITE_RECALL, c.by().now())));
            case CourierReport r -> last.exists(SETTLED::contains) ? late(c) : record(tracked);
        };
    }

    /** The promise to have the card back stands; only one that was missed is made anew. */
    private Deadline comingBack(Recalling o, ReportDelivery c) {
        return o.dossier()
                .deadline()
                .getOrElse(() -> new Deadline(Deadline.Kind.RECALL, terms.recallDue(c.by().now())));
    }
}
