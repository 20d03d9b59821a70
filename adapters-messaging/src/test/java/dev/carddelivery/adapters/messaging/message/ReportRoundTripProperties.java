package dev.carddelivery.adapters.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.messaging.message.ReportCodec.Report;
import dev.carddelivery.application.report.IncomingReport;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.domain.card.CardNumbers;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.testing.CommandArbitraries;
import dev.carddelivery.domain.testing.DeliveryArbitraries;
import dev.carddelivery.domain.testing.OrderArbitraries;
import io.cloudevents.CloudEvent;
import io.vavr.control.Option;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever partners say is understood as they said it, however it travels. */
class ReportRoundTripProperties {

    private static final CloudEventReportReader READER = new CloudEventReportReader();

    @Property(tries = 300)
    void aReportIsReadAsItWasWritten(@ForAll("reports") Report report) {
        CloudEvent event = ReportCodec.encode(report);

        IncomingReport structured = read(Reports.structured(event));

        isTheSame(structured, report);
        assertThat(Contract.complaints(event)).isEmpty();
        assertThat(read(Reports.binary(event, "ce_", UnaryOperator.identity()))).isEqualTo(structured);
        assertThat(read(Reports.binary(event, "ce-", ReportRoundTripProperties::percentEncoded)))
                .isEqualTo(structured);
    }

    @Provide
    Arbitrary<Report> reports() {
        Arbitrary<PartnerReport> contents = Arbitraries.oneOf(
                CommandArbitraries.identityReports(),
                CommandArbitraries.bureauReports(),
                CommandArbitraries.courierReports());
        Arbitrary<Option<UUID>> requestIds = Arbitraries.of(Option.none(), Option.some(UUID.randomUUID()));
        Arbitrary<String> ids =
                Arbitraries.strings().ofMinLength(1).ofMaxLength(20).alpha().withChars("äя%+ -");
        Arbitrary<URI> sources = Arbitraries.of("/courier", "urn:bureau:7", "https://identity.example/eu?zone=1")
                .map(URI::create);
        return Combinators.combine(
                        ids.map(id -> "r" + id + "."),
                        sources,
                        OrderArbitraries.orderIds(),
                        requestIds,
                        DeliveryArbitraries.instants(),
                        contents)
                .as(Report::new)
                // Rightly refused, wherever it stands.
                .filter(report -> !CardNumbers.occurIn(
                        new String(ReportCodec.encode(report).getData().toBytes(), StandardCharsets.UTF_8)));
    }

    private static void isTheSame(IncomingReport read, Report report) {
        assertThat(read.report()).isEqualTo(report.content());
        assertThat(read.orderId()).isEqualTo(report.orderId());
        assertThat(read.happenedAt()).isEqualTo(report.happenedAt());
        assertThat(read.source()).isEqualTo(report.source().toString());
        assertThat(read.from().name())
                .isEqualToIgnoringCase(report.content().name().split("\\.")[0]);
    }

    private static IncomingReport read(ReceivedMessage message) {
        return READER.read(message).getOrElseThrow(unreadable -> new AssertionError(unreadable));
    }

    private static String percentEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
