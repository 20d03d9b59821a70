package dev.carddelivery.adapters.messaging.message;

import dev.carddelivery.adapters.messaging.message.ReportCodec.Report;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.testing.Examples;
import io.cloudevents.CloudEvent;
import io.cloudevents.types.Time;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;

/** Reports as partners send them. */
final class Reports {

    static final Instant HAPPENED = Instant.parse("2026-11-22T09:15:30.123457Z");

    private Reports() {}

    static Report of(PartnerReport content) {
        return new Report(
                "report-1", URI.create("/partners/demo"), Examples.ORDER_ID, Option.none(), HAPPENED, content);
    }

    static ReceivedMessage structured(CloudEvent event) {
        return structured(new String(new StructuredFormat().serialize(event), java.nio.charset.StandardCharsets.UTF_8));
    }

    static ReceivedMessage structured(String body) {
        return new ReceivedMessage(
                "webhook",
                Option.none(),
                HashMap.of("content-type", StructuredFormat.CONTENT_TYPE + "; charset=utf-8"),
                Bytes.of(body));
    }

    /** In binary mode with the headers of Kafka or HTTP. */
    static ReceivedMessage binary(CloudEvent event, String prefix, UnaryOperator<String> encoding) {
        Map<String, String> headers = HashMap.of("content-type", "application/json");
        for (String name : event.getAttributeNames()) {
            Object value = event.getAttribute(name);
            if (value != null && !name.equals("datacontenttype")) {
                headers = headers.put(prefix + name, encoding.apply(text(value)));
            }
        }
        return new ReceivedMessage(
                "kafka", Option.none(), headers, Bytes.of(event.getData().toBytes()));
    }

    static ReceivedMessage from(Partner sender, ReceivedMessage message) {
        return new ReceivedMessage(message.channel(), Option.some(sender), message.headers(), message.body());
    }

    private static String text(Object attribute) {
        return attribute instanceof OffsetDateTime time ? Time.writeTime(time) : attribute.toString();
    }
}
