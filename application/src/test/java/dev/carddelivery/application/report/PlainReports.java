package dev.carddelivery.application.report;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.DeadLetter.Reason;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Reads reports that tests write in four words: the report's id, the order's, what it says, and when it happened. */
public final class PlainReports implements ReportReader {

    /** Stands for what looks like a card number. */
    public static final String CARD_NUMBER = "4111";

    private static final Map<String, PartnerReport> BY_NAME = List.<PartnerReport>of(
                    new IdentityReport.Passed(),
                    new IdentityReport.NeedsReview(),
                    new BureauReport.Accepted(),
                    new BureauReport.Produced(Examples.PLASTIC),
                    new CourierReport.Dispatched(Examples.PARCEL, Option.none()),
                    new CourierReport.InTransit(Examples.PARCEL),
                    new CourierReport.Delivered(Examples.PARCEL))
            .toMap(report -> Tuple.of(report.name(), report));

    /** A report as a message; the same words are the same message. */
    public static ReceivedMessage message(String id, OrderId orderId, String name, Instant happenedAt) {
        return text(id + " " + orderId.value() + " " + name + " " + happenedAt);
    }

    /** Any text as a message. */
    public static ReceivedMessage text(String text) {
        return new ReceivedMessage("embedded", Option.none(), HashMap.of("content-type", "text/plain"), Bytes.of(text));
    }

    @Override
    public Either<Unreadable, IncomingReport> read(ReceivedMessage message) {
        String text = message.body().toText();
        List<String> words = List.of(text.split(" "));
        if (text.contains(CARD_NUMBER)) {
            return Either.left(new Unreadable(Reason.CARD_NUMBER, "There is a card number", Option.none()));
        }
        if (words.size() != 4) {
            return Either.left(new Unreadable(Reason.MALFORMED, "There are not four words", Option.none()));
        }
        return BY_NAME.get(words.get(2))
                .toEither(() -> new Unreadable(Reason.UNKNOWN_TYPE, "No such report", Option.some(words.get(1))))
                .map(report -> report(words, report));
    }

    private static IncomingReport report(List<String> words, PartnerReport report) {
        Partner from = switch (report) {
            case IdentityReport r -> Partner.IDENTITY;
            case BureauReport r -> Partner.BUREAU;
            case CourierReport r -> Partner.COURIER;
        };
        return new IncomingReport(
                new CommandId(UUID.nameUUIDFromBytes(words.head().getBytes(StandardCharsets.UTF_8)), report.name()),
                new OrderId(UUID.fromString(words.get(1))),
                from,
                "test-" + from,
                Instant.parse(words.get(3)),
                report);
    }
}
