package dev.carddelivery.adapters.messaging.example;

import static dev.carddelivery.domain.delivery.FailedAttempt.Reason.NOT_AT_HOME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.messaging.message.CloudEventReportReader;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.DeadLetter.Reason;
import dev.carddelivery.application.report.IncomingReport;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.application.report.ReportReader.Unreadable;
import dev.carddelivery.domain.delivery.FailedAttempt;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.order.CourierReport;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** What another courier's words need to be taken in like the contract's. */
class SwiftPostTest {

    private static final Partner COURIER = Partner.COURIER;
    private static final CloudEventReportReader READER = new CloudEventReportReader(List.of(new SwiftPost()));

    @Test
    void aReportInItsWordsIsOneOfOurs() {
        IncomingReport report = read("{\"barcode\":\"SP-00012345\",\"state\":\"DOOR_CLOSED\",\"visit\":2}", COURIER)
                .get();

        assertThat(report.report())
                .isEqualTo(new CourierReport.AttemptFailed(
                        new TrackingNumber("SP-00012345"), new FailedAttempt(2, 3, NOT_AT_HOME)));
        assertThat(report.from()).isEqualTo(Partner.COURIER);
        assertThat(report.source()).isEqualTo("https://swift-post.example");
    }

    @Test
    void itsSchemaHoldsForIt() {
        Unreadable refused = read("{\"barcode\":\"SP-00012345\",\"state\":\"DOOR_CLOSED\",\"why\":1}", COURIER)
                .getLeft();

        assertThat(refused.reason()).isEqualTo(Reason.INVALID);
        assertThat(refused.detail()).contains("/data/visit is missing").contains("/data has a field");
    }

    @Test
    void nobodyElseMayUseItsWords() {
        assertThat(read("{\"barcode\":\"SP-00012345\",\"state\":\"SORTED\"}", Partner.BUREAU)
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.WRONG_SENDER);
    }

    @Test
    void withoutItNobodyUnderstands() {
        ReceivedMessage message = message("{\"barcode\":\"SP-00012345\",\"state\":\"SORTED\"}", COURIER);
        assertThat(new CloudEventReportReader().read(message).getLeft().reason())
                .isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(READER.read(message).isRight()).isTrue();
    }

    private static Either<Unreadable, IncomingReport> read(String data, Partner sender) {
        return READER.read(message(data, sender));
    }

    private static ReceivedMessage message(String data, Partner sender) {
        String event = """
                {"specversion": "1.0", "id": "1", "source": "https://swift-post.example",
                 "type": "com.swift-post.parcel.v2", "subject": "019aa0c0-7c1e-7d3a-9a53-6f0b7a1c2d3e",
                 "time": "2026-11-22T12:15:30Z", "data": %s}
                """.formatted(data);
        return new ReceivedMessage(
                "webhook",
                Option.some(sender),
                HashMap.of("content-type", "application/cloudevents+json"),
                Bytes.of(event.getBytes(UTF_8)));
    }
}
