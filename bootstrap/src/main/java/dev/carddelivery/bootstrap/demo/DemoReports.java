package dev.carddelivery.bootstrap.demo;

import dev.carddelivery.adapters.messaging.message.ReportCodec;
import dev.carddelivery.adapters.messaging.message.ReportCodec.Report;
import dev.carddelivery.bootstrap.demo.DemoScript.Step;
import dev.carddelivery.domain.order.PartnerReport;
import io.cloudevents.CloudEvent;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/**
 * The reports of one request. Their names and times follow from the request and the step, so that they are the same
 * whenever they are told again; how late they are told does not change when it happened.
 */
record DemoReports(DemoRequest request, List<Step> steps) {

    /** The report of a step, from 1. */
    CloudEvent of(int step) {
        return report(step, "", steps.get(step - 1).report());
    }

    /** Another report, which says something else than that of {@code step}. */
    CloudEvent contradicting(int step) {
        return report(
                step,
                "/contradiction",
                DemoScript.contradicting(steps.get(step - 1).report()));
    }

    private CloudEvent report(int step, String suffix, PartnerReport content) {
        String name = request.id() + "/" + step + suffix;
        return ReportCodec.encode(new Report(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
                URI.create("demo-" + request.kind().partner().name().toLowerCase(Locale.ROOT)),
                request.orderId(),
                Option.some(request.id()),
                happenedAt(step),
                content));
    }

    private Instant happenedAt(int step) {
        Duration taken = steps.take(step).map(Step::after).fold(Duration.ZERO, Duration::plus);
        return request.at().plus(taken).truncatedTo(ChronoUnit.MILLIS);
    }
}
