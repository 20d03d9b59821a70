package dev.carddelivery.adapters.messaging.message;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.OutgoingMessage.OrderNews;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.order.ReturnReason;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;

/** Messages of every kind. */
final class Messages {

    private static final Duration DAY = Duration.ofDays(1);

    private Messages() {}

    /** News of every kind of event. */
    static Seq<OutgoingMessage> news() {
        return SampleEvents.ofEveryKind(Examples.ORDER_ID).map(Messages::news);
    }

    /** News of an event; the order after it is the example. */
    static OutgoingMessage news(OrderEvent event) {
        RecordedEvent first = OrderStory.placed().history().events().head();
        return new OrderNews(
                new RecordedEvent(Examples.ORDER_ID, 12, event, first.by()),
                OrderStory.placed().latest());
    }

    /** Every kind of request at each stage of several ways, those that nobody would make there among them. */
    static Seq<OutgoingMessage> requests() {
        return stages().flatMap(story -> List.of(Kind.values()).map(kind -> request(kind, story)));
    }

    /** A request that follows from the last event of a story. */
    static OutgoingMessage request(Kind kind, OrderStory story) {
        OrderRevision after = story.latest();
        return new OutgoingMessage.Request(
                new PartnerRequest(story.id(), after.version(), kind),
                story.history().events().last(),
                after);
    }

    private static Seq<OrderStory> stages() {
        OrderStory placed = OrderStory.placed();
        OrderStory dispatched = placed.dispatched();
        return List.of(
                placed,
                placed.approved(),
                placed.cancelled(),
                placed.inProduction(),
                placed.inProduction().cancelled(),
                placed.produced(),
                placed.produced().cancelled(),
                dispatched,
                dispatched.cancelled(),
                dispatched.attemptFailed(),
                dispatched.reported(new CourierReport.Waiting(
                        Examples.PARCEL, dispatched.now().plus(DAY))),
                dispatched.reported(new CourierReport.Returning(Examples.PARCEL, ReturnReason.REFUSED)),
                placed.delivered(),
                placed.delivered().activated(Samples.PROOF));
    }

    /** A report of every kind, with what can be absent both ways. */
    static List<PartnerReport> reports() {
        Plastic plastic = Examples.PLASTIC;
        return List.of(
                new IdentityReport.Passed(),
                new IdentityReport.Failed(IdentityReport.Reason.SANCTIONS),
                new IdentityReport.NeedsReview(),
                new BureauReport.Accepted(),
                new BureauReport.Rejected(BureauReport.Reason.UNPRINTABLE_NAME),
                new BureauReport.Produced(plastic),
                new BureauReport.Stopped(),
                new BureauReport.Destroyed(),
                new CourierReport.Dispatched(Examples.PARCEL, Option.none()),
                new CourierReport.Dispatched(Examples.PARCEL, Option.some(Examples.COURIERS_ETA)),
                new CourierReport.InTransit(Examples.PARCEL),
                new CourierReport.OutForDelivery(Examples.PARCEL),
                new CourierReport.Waiting(Examples.PARCEL, Reports.HAPPENED),
                new CourierReport.AttemptFailed(Examples.PARCEL, Examples.ATTEMPT),
                new CourierReport.Delivered(Examples.PARCEL),
                new CourierReport.Returning(Examples.PARCEL, ReturnReason.NOT_COLLECTED),
                new CourierReport.Returned(Examples.PARCEL),
                new CourierReport.Lost(Examples.PARCEL));
    }
}
