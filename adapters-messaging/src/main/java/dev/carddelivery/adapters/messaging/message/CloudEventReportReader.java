package dev.carddelivery.adapters.messaging.message;

import static dev.carddelivery.adapters.messaging.message.MessageFault.invalid;
import static dev.carddelivery.adapters.messaging.message.MessageFault.malformed;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.IncomingReport;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.application.report.ReportReader;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.validation.TextRule;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Reads reports that come as CloudEvents 1.0, in structured mode ({@code application/cloudevents+json}) or in binary
 * mode with the headers of Kafka ({@code ce_…}) or HTTP ({@code ce-…}).
 *
 * <p>Of the envelope, extensions that are not known here are passed over. The data must match their schema to the
 * letter: a field that nobody here reads might change what the others mean, so it needs a new version of its type.
 */
public final class CloudEventReportReader implements ReportReader {

    /** The largest event that everybody who handles CloudEvents has to take, in bytes. */
    static final int LARGEST = 64 * 1_024;

    /** How the detail begins where this class failed at a message, and not the message at the rules. */
    static final String UNFORESEEN = "The reader failed: ";

    private static final Logger LOG = LoggerFactory.getLogger(CloudEventReportReader.class);

    private static final TextRule NAME = TextRule.line(1, 255);
    private static final int YEARS_LENGTH = 4;

    private final Function<String, Option<ReportKind>> kinds;

    /** A reader of the contract's reports alone. */
    public CloudEventReportReader() {
        this(List.empty());
    }

    /** A reader of the contract's reports and of those in these dialects. */
    public CloudEventReportReader(Seq<ReportDialect> dialects) {
        this.kinds = ReportKind.among(dialects);
    }

    @Override
    public Either<Unreadable, IncomingReport> read(ReceivedMessage message) {
        Option<OrderId> about = Option.none();
        try {
            Envelope envelope = opened(message);
            about = envelope.order();
            return Either.right(report(envelope, message.sender()));
        } catch (MessageFault fault) {
            return Either.left(fault.about(about));
        } catch (RuntimeException unforeseen) {
            // A message must not stop the others, whatever is wrong with it. Its text may be quoted in the exception's.
            String kind = unforeseen.getClass().getName();
            LOG.error("A message made the reader fail with {}", kind);
            return Either.left(malformed(UNFORESEEN + kind).about(about));
        }
    }

    private static Envelope opened(ReceivedMessage message) {
        CardNumberScan.check(message);
        int size = message.headers()
                .foldLeft(message.body().size(), (sum, header) -> sum + header._1.length() + header._2.length());
        if (size > LARGEST) {
            throw malformed("It is larger than " + LARGEST + " bytes");
        }
        return Envelope.of(message);
    }

    private IncomingReport report(Envelope envelope, Option<Partner> sender) {
        JsonNode data = envelope.json();
        CardNumberScan.check(data, "/data");

        if (!envelope.attribute("specversion").equals("1.0")) {
            throw malformed("/specversion is not 1.0");
        }
        String id = name(envelope, "id");
        String source = source(envelope);
        String type = envelope.attribute("type");
        Instant time = time(envelope);
        envelope.attribute("subject");
        OrderId order = envelope.order().getOrElseThrow(() -> malformed("/subject is no UUID, as orders have"));

        ReportKind kind = kinds.apply(type)
                .getOrElseThrow(() ->
                        MessageFault.of(DeadLetter.Reason.UNKNOWN_TYPE, "/type names no report that is known here"));
        Partner from = kind.partner();
        if (!sender.forAll(from::equals)) {
            throw MessageFault.of(
                    DeadLetter.Reason.WRONG_SENDER,
                    "/type is a report of " + from + ", and the sender is " + sender.get());
        }
        List<String> violations = kind.violations().apply(data);
        if (violations.nonEmpty()) {
            throw invalid(violations.take(10).mkString("; "));
        }
        CommandId command = new CommandId(
                UUID.nameUUIDFromBytes((from + " " + source + " " + id).getBytes(StandardCharsets.UTF_8)),
                Fingerprint.of(kind.name(), data));
        return new IncomingReport(command, order, from, source, time, content(kind, data));
    }

    private static String name(Envelope envelope, String attribute) {
        String value = envelope.attribute(attribute);
        if (!NAME.allows(value)) {
            throw malformed("/" + attribute + " is no line of at most 255 characters");
        }
        return value;
    }

    private static String source(Envelope envelope) {
        String source = name(envelope, "source");
        return Try.of(() -> URI.create(source).toString()).getOrElseThrow(() -> malformed("/source is no URI"));
    }

    private static Instant time(Envelope envelope) {
        String text = envelope.attribute("time");
        try {
            // RFC 3339 has years of four digits; ISO 8601 and Java know more, which no database could keep.
            if (text.indexOf('-') == YEARS_LENGTH) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw malformed("/time is no date and time of RFC 3339");
    }

    private static PartnerReport content(ReportKind kind, JsonNode data) {
        try {
            return kind.reader().apply(data);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid("/data breaks a rule of " + kind.name() + " that its schema cannot tell");
        }
    }
}
