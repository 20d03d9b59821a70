package dev.carddelivery.adapters.messaging.message;

import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.PartnerReport;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.vavr.control.Option;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The partners' side: turns what a partner has to say into a CloudEvent. */
public final class ReportCodec {

    private ReportCodec() {}

    /**
     * A report about an order.
     *
     * @param id the sender's name for the report, the same whenever it is sent again
     * @param source the sender's name for itself; ids need to be different only within one source
     * @param requestId the request that it answers, if any
     * @param happenedAt when it happened, by the sender's clock
     */
    public record Report(
            String id,
            URI source,
            OrderId orderId,
            Option<UUID> requestId,
            Instant happenedAt,
            PartnerReport content) {}

    /** The report as a CloudEvent with JSON data. */
    public static CloudEvent encode(Report report) {
        String orderId = report.orderId().value().toString();
        return CloudEventBuilder.v1()
                .withId(report.id())
                .withSource(report.source())
                .withType(MessageType.of(report.content()).attribute())
                .withSubject(orderId)
                .withTime(report.happenedAt().atOffset(ZoneOffset.UTC))
                .withExtension(MessageCodec.PARTITION_KEY, orderId)
                .withData("application/json", Json.bytes(data(report)))
                .build();
    }

    private static ObjectNode data(Report report) {
        ObjectNode data = ReportData.json(report.content());
        report.requestId().forEach(id -> data.put("requestId", id.toString()));
        return data;
    }
}
