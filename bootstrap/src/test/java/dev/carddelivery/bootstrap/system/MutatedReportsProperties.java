package dev.carddelivery.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.testing.PartnerClient;
import dev.carddelivery.adapters.http.testing.Sample;
import dev.carddelivery.adapters.http.testing.TestApi;
import dev.carddelivery.adapters.messaging.message.CloudEventReportReader;
import dev.carddelivery.adapters.messaging.message.ReportCodec;
import dev.carddelivery.adapters.messaging.message.StructuredFormat;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.control.Option;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;

/** Whatever a partner signs and sends, it is never our fault, and either applied or kept with a reason. */
class MutatedReportsProperties {

    private static final String[] STRANGE = {
        "null",
        "true",
        "[]",
        "{}",
        "\"\"",
        "-1",
        "1e999999999",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"2.0\"",
        "\"9999-12-31T23:59:60Z\"",
        "\"4111111111111111\"",
        "4111111111111111",
        "[[[[[[]]]]]]",
        "\"00000000-0000-0000-0000-000000000000\"",
        "\"dev.carddelivery.courier.lost.v1\"",
        "\"" + "x".repeat(3_000) + "\""
    };

    private static TestApi api;
    private static PartnerClient courier;
    private static OrderId order;

    @BeforeContainer
    static void start() {
        api = TestApi.reading(new CloudEventReportReader());
        courier =
                new PartnerClient(api.anybody(), api.secretsOf(Partner.COURIER).head());
        order = new OrderId(api.placed());
    }

    @AfterContainer
    static void stop() {
        api.close();
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<String> reports = Arbitraries.of(
                        new CourierReport.Dispatched(Examples.PARCEL, Option.none()),
                        new CourierReport.InTransit(Examples.PARCEL),
                        new CourierReport.Delivered(Examples.PARCEL),
                        new CourierReport.Lost(Examples.PARCEL),
                        new IdentityReport.Passed(),
                        new BureauReport.Produced(Examples.PLASTIC))
                .map(MutatedReportsProperties::written);
        Arbitrary<byte[]> values = Combinators.combine(
                        reports, Arbitraries.integers().between(0, 12), Arbitraries.of(STRANGE))
                .as((report, number, value) ->
                        replacedValue(report, number, value).getBytes(UTF_8));
        Arbitrary<byte[]> bytes = Combinators.combine(
                        reports, Arbitraries.integers().between(0, 2_000), Arbitraries.bytes())
                .as((report, place, value) -> {
                    byte[] changed = report.getBytes(UTF_8);
                    changed[place % changed.length] = value;
                    return changed;
                });
        Arbitrary<byte[]> cuts = Combinators.combine(
                        reports, Arbitraries.integers().between(0, 2_000))
                .as((report, place) -> Arrays.copyOf(report.getBytes(UTF_8), place % report.length()));
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        return Arbitraries.oneOf(values, bytes, cuts, noise, reports.map(report -> report.getBytes(UTF_8)));
    }

    private static String written(PartnerReport report) {
        return new String(
                new StructuredFormat()
                        .serialize(ReportCodec.encode(new ReportCodec.Report(
                                UUID.randomUUID().toString(),
                                URI.create("/couriers/swift"),
                                order,
                                Option.none(),
                                api.clock().instant(),
                                report))),
                UTF_8);
    }

    /** The body with its value of this number replaced, counting values from the front, whatever stands there. */
    private static String replacedValue(String body, int number, String value) {
        int from = 0;
        for (int i = 0; i <= number; i++) {
            int next = body.indexOf(':', from);
            from = next < 0 ? from : next + 1;
        }
        int to = from;
        while (to < body.length() && ",}".indexOf(body.charAt(to)) < 0) {
            to++;
        }
        return body.substring(0, from) + value + body.substring(to);
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void structuredReportsAreAppliedOrKeptWithAReason(@ForAll("bodies") byte[] body) {
        assertIsDoneWith(send(body, "application/cloudevents+json", null, null));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void binaryReportsAreAppliedOrKeptWithAReason(
            @ForAll("bodies") byte[] body, @ForAll("visible") String id, @ForAll("visible") String type) {
        assertIsDoneWith(send(body, "application/json", id, "dev.carddelivery." + type + ".v1"));
    }

    @Provide
    Arbitrary<String> visible() {
        return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(40);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whateverTheHeadersOfTheSignatureSay(
            @ForAll("visible") String id, @ForAll("visible") String second, @ForAll("visible") String signature) {
        HttpResponse<String> answer = courier.send(
                new byte[] {1, 2, 3},
                "Content-Type",
                "application/cloudevents+json",
                "webhook-id",
                id,
                "webhook-timestamp",
                second,
                "webhook-signature",
                "v1," + signature);
        assertThat(answer.statusCode()).isIn(400, 401);
    }

    private static HttpResponse<String> send(byte[] body, String mediaType, String id, String type) {
        String second = "" + api.clock().instant().getEpochSecond();
        return courier.send(
                body,
                "Content-Type",
                mediaType,
                "ce-specversion",
                id == null ? null : "1.0",
                "ce-id",
                id,
                "ce-source",
                id == null ? null : "/couriers/swift",
                "ce-type",
                type,
                "ce-subject",
                id == null ? null : order.value().toString(),
                "ce-time",
                id == null ? null : api.clock().instant().toString(),
                "webhook-id",
                "msg",
                "webhook-timestamp",
                second,
                "webhook-signature",
                courier.signature("msg", second, body));
    }

    private static void assertIsDoneWith(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode outcome = Sample.parsed(answer.body());
        if (outcome.path("outcome").stringValue().equals("laid_aside")) {
            UUID letter = UUID.fromString(outcome.path("deadLetterId").stringValue());
            assertThat(api.services().deadLetters().find(letter)).isNotEmpty();
        }
    }
}
