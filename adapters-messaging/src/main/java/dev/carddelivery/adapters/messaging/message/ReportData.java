package dev.carddelivery.adapters.messaging.message;

import static dev.carddelivery.adapters.messaging.message.Json.window;
import static dev.carddelivery.adapters.messaging.message.Json.word;

import dev.carddelivery.domain.card.CardReference;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.TimeWindow;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.order.ReturnReason;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The data of the partners' reports. A new kind of report gets a line in each of the two tables, and a schema. */
final class ReportData {

    private static final Map<String, Function<JsonNode, PartnerReport>> READERS =
            TreeMap.<String, Function<JsonNode, PartnerReport>>empty()
                    .put("identity.passed", data -> new IdentityReport.Passed())
                    .put(
                            "identity.failed",
                            data -> new IdentityReport.Failed(reason(data, IdentityReport.Reason.class)))
                    .put("identity.needs-review", data -> new IdentityReport.NeedsReview())
                    .put("bureau.accepted", data -> new BureauReport.Accepted())
                    .put("bureau.rejected", data -> new BureauReport.Rejected(reason(data, BureauReport.Reason.class)))
                    .put("bureau.produced", data -> new BureauReport.Produced(plastic(data)))
                    .put("bureau.stopped", data -> new BureauReport.Stopped())
                    .put("bureau.destroyed", data -> new BureauReport.Destroyed())
                    .put("courier.dispatched", data -> new CourierReport.Dispatched(parcel(data), eta(data)))
                    .put("courier.in-transit", data -> new CourierReport.InTransit(parcel(data)))
                    .put("courier.out-for-delivery", data -> new CourierReport.OutForDelivery(parcel(data)))
                    .put("courier.waiting", data -> new CourierReport.Waiting(parcel(data), instant(data, "until")))
                    .put("courier.attempt-failed", data -> new CourierReport.AttemptFailed(parcel(data), attempt(data)))
                    .put("courier.delivered", data -> new CourierReport.Delivered(parcel(data)))
                    .put(
                            "courier.returning",
                            data -> new CourierReport.Returning(parcel(data), reason(data, ReturnReason.class)))
                    .put("courier.returned", data -> new CourierReport.Returned(parcel(data)))
                    .put("courier.lost", data -> new CourierReport.Lost(parcel(data)));

    private ReportData() {}

    /** How reports of a type are read, if there are such; to be used with data that match their schema. */
    static Option<Function<JsonNode, PartnerReport>> reader(MessageType type) {
        return READERS.get(type.name());
    }

    static ObjectNode json(PartnerReport report) {
        return switch (report) {
            case IdentityReport.Failed r -> Json.object().put("reason", word(r.reason()));
            case IdentityReport r -> Json.object();
            case BureauReport.Rejected r -> Json.object().put("reason", word(r.reason()));
            case BureauReport.Produced r -> plastic(r.plastic());
            case BureauReport r -> Json.object();
            case CourierReport.Dispatched r -> dispatched(r);
            case CourierReport.Waiting r -> parcel(r).put("until", r.until().toString());
            case CourierReport.AttemptFailed r ->
                parcel(r)
                        .put("attempt", r.attempt().number())
                        .put("of", r.attempt().of())
                        .put("reason", word(r.attempt().reason()));
            case CourierReport.Returning r -> parcel(r).put("reason", word(r.reason()));
            case CourierReport r -> parcel(r);
        };
    }

    private static ObjectNode plastic(Plastic plastic) {
        return Json.object()
                .put("cardReference", plastic.reference().value())
                .put("last4", plastic.last4().value())
                .put("expiry", plastic.expiry().toString());
    }

    private static Plastic plastic(JsonNode data) {
        return new Plastic(
                new CardReference(text(data, "cardReference")),
                new Last4(text(data, "last4")),
                YearMonth.parse(text(data, "expiry")));
    }

    private static ObjectNode dispatched(CourierReport.Dispatched report) {
        ObjectNode json = parcel(report);
        report.eta().forEach(eta -> json.set("eta", window(eta)));
        return json;
    }

    private static ObjectNode parcel(CourierReport report) {
        return Json.object().put("trackingNumber", report.trackingNumber().value());
    }

    private static TrackingNumber parcel(JsonNode data) {
        return new TrackingNumber(text(data, "trackingNumber"));
    }

    private static Option<TimeWindow> eta(JsonNode data) {
        return Option.of(data.get("eta")).map(eta -> new TimeWindow(instant(eta, "from"), instant(eta, "to")));
    }

    private static FailedAttempt attempt(JsonNode data) {
        return new FailedAttempt(
                data.path("attempt").intValue(), data.path("of").intValue(), reason(data, FailedAttempt.Reason.class));
    }

    private static <E extends Enum<E>> E reason(JsonNode data, Class<E> type) {
        return Enum.valueOf(type, text(data, "reason").toUpperCase(Locale.ROOT));
    }

    private static Instant instant(JsonNode data, String field) {
        return OffsetDateTime.parse(text(data, field)).toInstant();
    }

    private static String text(JsonNode data, String field) {
        return data.path(field).stringValue();
    }
}
