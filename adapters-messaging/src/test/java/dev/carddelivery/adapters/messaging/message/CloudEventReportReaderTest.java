package dev.carddelivery.adapters.messaging.message;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.DeadLetter.Reason;
import dev.carddelivery.application.report.IncomingReport;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.application.report.ReportReader.Unreadable;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.util.Base64;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is no report is told apart from what is, with the reason and the place. */
class CloudEventReportReaderTest {

    private static final CloudEventReportReader READER = new CloudEventReportReader();

    /** Passes the check of card numbers. */
    private static final String CARD_NUMBER = "4111111111111111";

    private static final String ATTEMPT = """
            {
              "specversion": "1.0",
              "id": "scan-77",
              "source": "/couriers/fast",
              "type": "dev.carddelivery.courier.attempt-failed.v1",
              "subject": "019aa0c0-7c1e-7d3a-9a53-6f0b7a1c2d3e",
              "time": "2026-11-22T12:15:30+03:00",
              "data": {"trackingNumber": "CD-2026-000123", "attempt": 1, "of": 3, "reason": "not_at_home"}
            }
            """;

    @Test
    void aReportIsUnderstood() {
        IncomingReport report = READER.read(Reports.structured(ATTEMPT)).get();

        assertThat(report.report()).isEqualTo(new CourierReport.AttemptFailed(Examples.PARCEL, Examples.ATTEMPT));
        assertThat(report.orderId()).isEqualTo(Examples.ORDER_ID);
        assertThat(report.from()).isEqualTo(Partner.COURIER);
        assertThat(report.source()).isEqualTo("/couriers/fast");
        assertThat(report.happenedAt()).isEqualTo("2026-11-22T09:15:30Z");
        assertThat(report.id().value())
                .isEqualTo(UUID.nameUUIDFromBytes("COURIER /couriers/fast scan-77".getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /specversion | "0.3"                             | MALFORMED    | /specversion is not 1.0
                    /specversion |                                   | MALFORMED    | /specversion is missing
                    /id          |                                   | MALFORMED    | /id is missing
                    /id          | ""                                | MALFORMED    | /id is missing
                    /id          | "a\\nb"                           | MALFORMED    | /id is no line of at most 255 characters
                    /id          | {}                                | MALFORMED    | /id is no text, number or truth value
                    /source      |                                   | MALFORMED    | /source is missing
                    /source      | "one two"                         | MALFORMED    | /source is no URI
                    /type        |                                   | MALFORMED    | /type is missing
                    /type        | "dev.carddelivery.courier.ate.v1" | UNKNOWN_TYPE | /type names no report that is known here
                    /type        | "courier.lost"                    | UNKNOWN_TYPE | /type names no report that is known here
                    /type        | "dev.carddelivery.courier.lost.v2"| UNKNOWN_TYPE | /type names no report that is known here
                    /type        | "dev.carddelivery.card.stop.v1"   | UNKNOWN_TYPE | /type names no report that is known here
                    /time        |                                   | MALFORMED    | /time is missing
                    /time        | "2026-11-22"                      | MALFORMED    | /time is no date and time of RFC 3339
                    /time        | "+99999-01-01T00:00:00Z"          | MALFORMED    | /time is no date and time of RFC 3339
                    /subject     |                                   | MALFORMED    | /subject is missing
                    /subject     | "order 7"                         | MALFORMED    | /subject is no UUID, as orders have
                    /subject     | "1-1-1-1-1"                       | MALFORMED    | /subject is no UUID, as orders have
                    /data        |                                   | MALFORMED    | /data is missing
                    /data        | 7                                 | INVALID      | /data breaks the schema's type
                    /data_base64 | "e30="                            | MALFORMED    | /data_base64 is no text, or there is /data as well
                    /datacontenttype     | "text/plain"              | MALFORMED    | /datacontenttype is not JSON
                    /Extension           | "x"                       | MALFORMED    | The name of an attribute is not made of small letters and digits
                    /data/of             |                           | INVALID      | /data/of is missing
                    /data/of             | 0                         | INVALID      | /data/of breaks the schema's minimum
                    /data/of             | 1.5                       | INVALID      | /data/of breaks the schema's type
                    /data/attempt        | 4                         | INVALID      | /data breaks a rule of courier.attempt-failed that its schema cannot tell
                    /data/reason         | "NOT_AT_HOME"             | INVALID      | /data/reason breaks the schema's enum
                    /data/trackingNumber | "x"                       | INVALID      | /data/trackingNumber breaks the schema's pattern
                    /data/colour         | "red"                     | INVALID      | /data has a field that the schema does not know
                    """)
    void eachFaultIsNamedAtItsPlace(String pointer, String value, Reason reason, String detail) {
        Unreadable unreadable = refused(Reports.structured(changed(pointer, value)));

        assertThat(unreadable.reason()).isEqualTo(reason);
        assertThat(unreadable.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}{}", "{\"id\": 1, \"id\": 2}", "{'id': 1}", "NaN"})
    void whatIsNoJsonObjectIsMalformed(String body) {
        assertThat(refused(Reports.structured(body)).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void fieldsNamedTwiceAreMalformedWhereverTheyStand() {
        String body = ATTEMPT.replace("\"attempt\": 1,", "\"attempt\": 1, \"attempt\": 2,");

        assertThat(refused(Reports.structured(body)).detail()).startsWith("The body is no JSON, see line 8 column");
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        Unreadable unreadable = refused(withBody(Reports.structured(""), new byte[] {'{', (byte) 0xC3, '}'}));

        assertThat(unreadable.detail()).isEqualTo("The body is not written in UTF-8");
    }

    @Test
    void aMessageWithoutAnyMarkIsNoCloudEvent() {
        ReceivedMessage plain = new ReceivedMessage(
                "kafka", Option.none(), HashMap.of("content-type", "application/json"), Bytes.of(ATTEMPT));

        assertThat(refused(plain).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refused(plain).detail()).startsWith("It is no CloudEvent");
    }

    @Test
    void whatIsTooLargeIsNotRead() {
        String padding = " ".repeat(CloudEventReportReader.LARGEST - ATTEMPT.length() - 100);

        assertThat(READER.read(Reports.structured(ATTEMPT + padding)).isRight()).isTrue();
        assertThat(refused(Reports.structured(ATTEMPT + padding + " ".repeat(100)))
                        .detail())
                .isEqualTo("It is larger than 65536 bytes");
    }

    @Test
    void theOrderIsNamedAsFarAsItIsKnown() {
        assertThat(refused(Reports.structured(changed("/id", null))).subject())
                .contains(Examples.ORDER_ID.value().toString());
        assertThat(refused(Reports.structured(changed("/subject", "\"somebody's name\"")))
                        .subject())
                .isEmpty();
    }

    @Test
    void namesThatCameWithTheMessageAreNotRepeated() {
        assertThat(refused(Reports.structured(changed("/ivanpetrov", "{}"))).detail())
                .isEqualTo("An extension is no text, number or truth value");
    }

    @Test
    void onlyTheProvenPartnerMayReport() {
        assertThat(READER.read(Reports.from(Partner.COURIER, Reports.structured(ATTEMPT)))
                        .isRight())
                .isTrue();
        Unreadable unreadable = refused(Reports.from(Partner.BUREAU, Reports.structured(ATTEMPT)));
        assertThat(unreadable.reason()).isEqualTo(Reason.WRONG_SENDER);
        assertThat(unreadable.detail()).isEqualTo("/type is a report of COURIER, and the sender is BUREAU");
    }

    @Test
    void extensionsThatNobodyKnowsArePassedOver() {
        assertThat(READER.read(Reports.structured(changed("/traceparent", "\"00-ab-cd-01\"")))
                        .isRight())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id", "/source", "/colour", "/data/trackingNumber", "/data/colour", "/data/of"})
    void cardNumbersAreRefusedWhereverTheyStand(String pointer) {
        for (String written : new String[] {
            CARD_NUMBER, "\"" + CARD_NUMBER + "\"", "\"\\u0034111-1111 1111\\u00201111\"", "4.111111111111111e15"
        }) {
            Unreadable unreadable =
                    refused(Reports.structured(ATTEMPT.replace("\"data\": {", inserted(pointer, written))));
            assertThat(unreadable.reason()).as(written).isEqualTo(Reason.CARD_NUMBER);
        }
    }

    @Test
    void cardNumbersAreRefusedInWhatCannotBeRead() {
        byte[] wide = ("{" + CARD_NUMBER).getBytes(UTF_16LE);
        String hidden =
                Base64.getEncoder().encodeToString(("{\"trackingNumber\": \"" + CARD_NUMBER + "\"}").getBytes(UTF_8));

        assertThat(refused(withBody(Reports.structured(""), wide)).reason()).isEqualTo(Reason.CARD_NUMBER);
        assertThat(refused(Reports.structured("{" + CARD_NUMBER)).reason()).isEqualTo(Reason.CARD_NUMBER);
        assertThat(refused(Reports.structured(" ".repeat(CloudEventReportReader.LARGEST) + CARD_NUMBER))
                        .reason())
                .isEqualTo(Reason.CARD_NUMBER);
        assertThat(refused(Reports.structured(
                                changed("/data", null).replaceFirst("}\\s*$", ",\"data_base64\":\"" + hidden + "\"}")))
                        .reason())
                .isEqualTo(Reason.CARD_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce-id", "x-note"})
    void cardNumbersAreRefusedInHeaders(String header) {
        ReceivedMessage message = binary();

        Unreadable unreadable = refused(withHeader(message, header, "4111%2D1111-1111 1111 " + CARD_NUMBER));

        assertThat(unreadable.reason()).isEqualTo(Reason.CARD_NUMBER);
    }

    @Test
    void cardNumbersAreRefusedInHeadersThatHideThem() {
        Unreadable unreadable = refused(withHeader(binary(), "ce-id", "4111%2D1111%2D1111%2D1111"));

        assertThat(unreadable.reason()).isEqualTo(Reason.CARD_NUMBER);
    }

    @Test
    void headersThatAreBrokenAreMalformed() {
        assertThat(refused(withHeader(binary(), "ce-id", "100%")).detail())
                .isEqualTo("The percent-encoding of a header is broken");
        assertThat(refused(withHeader(binary(), "ce-bad name", "x")).detail())
                .isEqualTo("The name of an attribute is not made of small letters and digits");
        assertThat(refused(withHeader(binary(), "content-type", "text/plain")).detail())
                .isEqualTo("/datacontenttype is not JSON");
    }

    @Test
    void theSameIdWithOtherContentIsSeen() {
        IncomingReport first = read(ATTEMPT);

        assertThat(read(changed("/data/of", "2")).id()).isNotEqualTo(first.id());
        assertThat(read(changed("/data/of", "2")).id().value())
                .isEqualTo(first.id().value());
        assertThat(read(ATTEMPT.replace(
                                "\"attempt\": 1, \"of\": 3, \"reason\": \"not_at_home\"",
                                "\"reason\":\"not_at_home\",\"of\":3,\"attempt\":1"))
                        .id())
                .isEqualTo(first.id());
        assertThat(read(changed("/id", "\"scan-78\"")).id().value())
                .isNotEqualTo(first.id().value());
        assertThat(read(changed("/source", "\"/couriers/slow\"")).id().value())
                .isNotEqualTo(first.id().value());
    }

    @Test
    void nobodyCanBringADialectForThoseWhoReportNothing() {
        ReportDialect notifications = new ReportDialect() {
            @Override
            public Partner partner() {
                return Partner.NOTIFICATIONS;
            }

            @Override
            public String type() {
                return "org.example.told";
            }

            @Override
            public String schema() {
                return "{}";
            }

            @Override
            public PartnerReport read(JsonNode data) {
                return new IdentityReport.Passed();
            }
        };

        assertThatThrownBy(() -> new CloudEventReportReader(List.of(notifications)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("org.example.told");
    }

    private static IncomingReport read(String body) {
        return READER.read(Reports.structured(body)).get();
    }

    private static Unreadable refused(ReceivedMessage message) {
        return READER.read(message).getLeft();
    }

    private static ReceivedMessage binary() {
        return Reports.binary(
                ReportCodec.encode(Reports.of(new CourierReport.Lost(Examples.PARCEL))),
                "ce-",
                UnaryOperator.identity());
    }

    private static ReceivedMessage withBody(ReceivedMessage message, byte[] body) {
        return new ReceivedMessage(message.channel(), message.sender(), message.headers(), Bytes.of(body));
    }

    private static ReceivedMessage withHeader(ReceivedMessage message, String name, String value) {
        Map<String, String> headers = message.headers().put(name, value);
        return new ReceivedMessage(message.channel(), message.sender(), headers, message.body());
    }

    /** The example with another value at this place, or with none. */
    private static String changed(String pointer, String value) {
        ObjectNode event = (ObjectNode) Json.parse(ATTEMPT);
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) event.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (value == null) {
            parent.remove(name);
        } else {
            parent.set(name, Json.parse(value));
        }
        return event.toString();
    }

    /** The place before which the example's data begin, with one more field before or in them. */
    private static String inserted(String pointer, String written) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1) + "2";
        String field = "\"" + name + "\": " + written + ", ";
        return pointer.startsWith("/data/") ? "\"data\": {" + field : field + "\"data\": {";
    }
}
