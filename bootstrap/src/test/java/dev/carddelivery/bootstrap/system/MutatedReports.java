package dev.carddelivery.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carddelivery.adapters.messaging.message.ReportCodec;
import dev.carddelivery.adapters.messaging.message.StructuredFormat;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What partners with faults send: reports with a value, a byte or their end changed, noise, and good ones among them.
 *
 * @param orders about which orders
 * @param at when everything happened
 */
record MutatedReports(Seq<OrderId> orders, Instant at) {

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

    /** Bodies, meant as CloudEvents in structured mode. */
    Arbitrary<byte[]> bodies() {
        Arbitrary<String> reports = Combinators.combine(
                        Arbitraries.of(
                                new CourierReport.Dispatched(Examples.PARCEL, Option.none()),
                                new CourierReport.InTransit(Examples.PARCEL),
                                new CourierReport.Delivered(Examples.PARCEL),
                                new CourierReport.Lost(Examples.PARCEL),
                                new IdentityReport.Passed(),
                                new BureauReport.Produced(Examples.PLASTIC)),
                        Arbitraries.of(orders.asJava()),
                        Arbitraries.longs())
                .as((report, order, number) -> written(report, order, new UUID(number, number)));
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

    /** What may stand in a header. */
    static Arbitrary<String> visible() {
        return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(40);
    }

    private String written(PartnerReport report, OrderId order, UUID id) {
        return new String(
                new StructuredFormat()
                        .serialize(ReportCodec.encode(new ReportCodec.Report(
                                id.toString(), URI.create("/couriers/swift"), order, Option.none(), at, report))),
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
}
