package dev.carddelivery.adapters.jdbc;

import static dev.carddelivery.domain.testing.Examples.seen;

import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.Deadline;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.order.ReturnReason;
import dev.carddelivery.domain.person.Cardholder;
import dev.carddelivery.domain.person.Contact;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.time.Instant;

/** The events of the golden files, by the names of the files. */
final class GoldenEvents {

    private static final Instant SOON = Instant.parse("2026-11-25T10:15:30.123Z");
    private static final TimeWindow ETA =
            new TimeWindow(Instant.parse("2026-11-27T10:15:30.123Z"), Instant.parse("2026-12-06T10:15:30.123Z"));
    private static final Shipment DISPATCHED = seen(Leg.DISPATCHED, Instant.parse("2026-11-24T08:00:00Z"));
    private static final Shipment TRIED = new Shipment(
            Examples.PARCEL, Leg.ATTEMPT_FAILED, Option.some(Examples.ATTEMPT), Instant.parse("2026-11-26T12:30:00Z"));

    private GoldenEvents() {}

    static Map<String, OrderEvent> byFile() {
        return LinkedHashMap.<String, OrderEvent>empty()
                .put("order-placed.v1", placed(Examples.CONTENT))
                .put("order-placed.v1.shortest", placed(shortest()))
                .put("order-changed.v1", new OrderEvent.OrderChanged(Examples.EDIT))
                .put("identity-confirmed.v1", new OrderEvent.IdentityConfirmed())
                .put("order-approved.v1", new OrderEvent.OrderApproved(SOON))
                .put("order-rejected.v1", new OrderEvent.OrderRejected(IdentityReport.Reason.DOCUMENT_EXPIRED))
                .put("production-requested.v1", new OrderEvent.ProductionRequested(SOON))
                .put("production-accepted.v1", new OrderEvent.ProductionAccepted())
                .put("production-refused.v1", new OrderEvent.ProductionRefused(BureauReport.Reason.UNPRINTABLE_NAME))
                .put("card-produced.v1", new OrderEvent.CardProduced(Examples.PLASTIC, SOON))
                .put("parcel-tracked.v1", tracked(TRIED, Option.some(ETA)))
                .put("parcel-tracked.v1.shortest", tracked(DISPATCHED, Option.none()))
                .put("parcel-delivered.v1", new OrderEvent.ParcelDelivered(TRIED))
                .put("parcel-redirected.v1", new OrderEvent.ParcelRedirected(Examples.DELIVERY))
                .put("parcel-redirected.v1.shortest", new OrderEvent.ParcelRedirected(Examples.EDIT.delivery()))
                .put("parcel-returning.v1", new OrderEvent.ParcelReturning(TRIED, ReturnReason.NOT_COLLECTED, SOON))
                .put("parcel-returned.v1", new OrderEvent.ParcelReturned(TRIED, ReturnReason.REFUSED))
                .put("parcel-lost.v1", new OrderEvent.ParcelLost(DISPATCHED))
                .put("card-activated.v1", new OrderEvent.CardActivated())
                .put("activation-refused.v1", new OrderEvent.ActivationRefused(5, Option.some(SOON)))
                .put("activation-refused.v1.shortest", new OrderEvent.ActivationRefused(1, Option.none()))
                .put("card-expired.v1", new OrderEvent.CardExpired())
                .put("order-cancelled.v1", new OrderEvent.OrderCancelled(CancelReason.FOUND_BETTER_OFFER))
                .put("recall-started.v1", new OrderEvent.RecallStarted(CancelReason.CHANGED_MY_MIND, SOON))
                .put("recall-completed.v1", recalled())
                .put("attention-raised.v1", called())
                .put("report-noted.v1", noted());
    }

    private static OrderEvent placed(OrderContent content) {
        return new OrderEvent.OrderPlaced(Examples.ORDER_ID, Examples.OWNER, Purpose.FIRST, content, ETA, SOON);
    }

    private static OrderEvent tracked(Shipment shipment, Option<TimeWindow> eta) {
        return new OrderEvent.ParcelTracked(shipment, eta, new Deadline(Deadline.Kind.DELIVERY, SOON));
    }

    private static OrderEvent recalled() {
        return new OrderEvent.RecallCompleted(OrderEvent.RecallCompleted.Outcome.BROUGHT_BACK);
    }

    private static OrderEvent called() {
        return new OrderEvent.AttentionRaised(new Attention(Attention.Reason.PICKUP_OVERDUE, SOON, ETA.from()));
    }

    private static OrderEvent noted() {
        return new OrderEvent.ReportNoted("courier.in-transit", OrderEvent.ReportNoted.Reason.LATE);
    }

    /** An order with everything left out that may be. */
    private static OrderContent shortest() {
        Cardholder holder = Examples.HOLDER;
        Contact contact = new Contact(holder.contact().phone(), Option.none());
        Cardholder nameless =
                new Cardholder(holder.firstName(), holder.lastName(), Option.none(), holder.birthDate(), contact);
        return new OrderContent(Examples.CARD, nameless, Examples.LEGAL, Examples.EDIT.delivery());
    }
}
