package dev.carddelivery.adapters.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.DeadLetter.Reason;
import dev.carddelivery.application.report.IncomingReport;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.application.report.ReportReader.Unreadable;
import io.cloudevents.CloudEvent;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** No bytes make the reader fail, and it repeats nothing of what it cannot read. */
class MutatedReportsProperties {

    private static final CloudEventReportReader READER = new CloudEventReportReader();

    /** Stands for whatever must not get into a log. */
    private static final String SECRET = "s3cr3t";

    private static final List<CloudEvent> GOOD =
            Messages.reports().map(Reports::of).map(ReportCodec::encode);

    /** Pieces that mean something where they happen to fall. */
    private static final List<String> PIECES = List.of(
            SECRET,
            "\"" + SECRET + "\"",
            "\"" + SECRET + "\":1,",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "1e999999999",
            "-0",
            "9".repeat(400),
            "\\u0000",
            "\\ud800",
            "\0",
            "\uFEFF",
            "dev.carddelivery.",
            ".v1",
            "[".repeat(1_000),
            "{\"a\":".repeat(600),
            "0000-00-00T00:00:00Z",
            "%",
            "%zz",
            "\"data_base64\":\"!\",");

    @Property(tries = 3_000)
    void anyBytesAreReadOrNot(@ForAll byte[] body, @ForAll("headers") String contentType) {
        isReadOrNot(new ReceivedMessage(
                "kafka",
                Option.none(),
                HashMap.of("content-type", contentType, "ce_specversion", "1.0"),
                Bytes.of(body)));
    }

    @Property(tries = 3_000)
    void whatIsAlmostAReportIsReadOrNot(@ForAll("almostReports") ReceivedMessage message) {
        isReadOrNot(message);

        String outcome =
                READER.read(message).fold(unreadable -> unreadable.reason().name(), report -> "none");
        Statistics.label("reason").collect(outcome);
        Statistics.label("reason").coverage(seen -> {
            seen.check("none").count(times -> times > 20);
            seen.check(Reason.MALFORMED.name()).count(times -> times > 100);
            seen.check(Reason.INVALID.name()).count(times -> times > 20);
            seen.check(Reason.UNKNOWN_TYPE.name()).count(times -> times > 20);
        });
    }

    private static void isReadOrNot(ReceivedMessage message) {
        Either<Unreadable, IncomingReport> read = READER.read(message);

        assertThat(read.isRight() || isExplained(read.getLeft()))
                .as(read.toString())
                .isTrue();
    }

    private static boolean isExplained(Unreadable unreadable) {
        return !unreadable.detail().isBlank()
                && !unreadable.detail().contains(SECRET)
                && !unreadable.detail().startsWith(CloudEventReportReader.UNFORESEEN);
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(
                StructuredFormat.CONTENT_TYPE, "application/json", "application/cloudevents-batch+json", ";", "");
    }

    @Provide
    Arbitrary<ReceivedMessage> almostReports() {
        Arbitrary<ReceivedMessage> good = Arbitraries.of(GOOD.asJava())
                .flatMap(event -> Arbitraries.of(
                        Reports.structured(event),
                        Reports.binary(event, "ce_", UnaryOperator.identity()),
                        Reports.binary(event, "ce-", UnaryOperator.identity())));
        return Combinators.combine(good, edits().list().ofMinSize(1).ofMaxSize(4), edits(), Arbitraries.integers())
                .as((message, edits, ofHeader, which) -> {
                    byte[] body = edits.stream()
                            .reduce(message.body().toArray(), (bytes, edit) -> edit.on(bytes), (a, b) -> b);
                    var header = message.headers()
                            .toVector()
                            .get(Math.floorMod(which, message.headers().size()));
                    String edited =
                            Bytes.of(ofHeader.on(Bytes.of(header._2).toArray())).toText();
                    boolean editsHeader = which % 3 == 0;
                    return new ReceivedMessage(
                            message.channel(),
                            message.sender(),
                            editsHeader ? message.headers().put(header._1, edited) : message.headers(),
                            editsHeader ? message.body() : Bytes.of(body));
                });
    }

    /** Takes {@code length} bytes out at a place and puts others there. */
    record Edit(double place, int length, byte[] instead) {

        byte[] on(byte[] bytes) {
            int from = (int) (place * bytes.length);
            int to = Math.min(bytes.length, from + length);
            var edited = new ByteArrayOutputStream();
            edited.write(bytes, 0, from);
            edited.writeBytes(instead);
            edited.write(bytes, to, bytes.length - to);
            return edited.toByteArray();
        }
    }

    private static Arbitrary<Edit> edits() {
        Arbitrary<byte[]> pieces =
                Arbitraries.of(PIECES.asJava()).map(piece -> Bytes.of(piece).toArray());
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(0, 0, 1, 2, 10, 40),
                        Arbitraries.oneOf(pieces, bytes))
                .as(Edit::new);
    }
}
