package dev.carddelivery.adapters.messaging.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventDeserializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredFormatTest {

    private static final StructuredFormat FORMAT = new StructuredFormat();

    @Test
    void whatIsWrittenCanBeRead() {
        assertThat(Messages.news().appendAll(Messages.requests()).map(MessageCodec::encode))
                .allSatisfy(event ->
                        assertThat(FORMAT.deserialize(FORMAT.serialize(event))).isEqualTo(event));
    }

    @Test
    void theDataAreJsonWithinJson() {
        CloudEvent event = ReportCodec.encode(Reports.of(new IdentityReport.Failed(IdentityReport.Reason.POLICY)));

        assertThat(new String(FORMAT.serialize(event), UTF_8)).isEqualTo("""
                {"specversion":"1.0","id":"report-1","source":"/partners/demo",\
                "type":"dev.carddelivery.identity.failed.v1","subject":"019aa0c0-7c1e-7d3a-9a53-6f0b7a1c2d3e",\
                "time":"2026-11-22T09:15:30.123457Z","datacontenttype":"application/json",\
                "partitionkey":"019aa0c0-7c1e-7d3a-9a53-6f0b7a1c2d3e","data":{"reason":"policy"}}""");
    }

    @Test
    void extensionsOfAllKindsAreKept() {
        CloudEvent event = CloudEventBuilder.v1(MessageCodec.encode(Messages.news(new OrderEvent.CardExpired())))
                .withExtension("truth", true)
                .withExtension("number", 7)
                .build();

        CloudEvent read = FORMAT.deserialize(FORMAT.serialize(event));

        assertThat(read.getExtension("truth")).hasToString("true");
        assertThat(read.getExtension("number")).hasToString("7");
        assertThat(read.getExtension("sequence")).isEqualTo("0000000012");
    }

    @Test
    void anEventMayHaveNoData() {
        CloudEvent event = CloudEventBuilder.v1(MessageCodec.encode(Messages.news(new OrderEvent.CardExpired())))
                .withoutData()
                .build();

        assertThat(FORMAT.deserialize(FORMAT.serialize(event))).isEqualTo(event);
    }

    @Test
    void dataMayComeInBase64() {
        CloudEvent read = FORMAT.deserialize("""
                {"specversion": "1.0", "id": "1", "source": "/s", "type": "t", "data_base64": "e30="}""".getBytes(UTF_8));

        assertThat(read.getData().toBytes()).asString().isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"specversion\": \"1.0\"}",
                "{\"specversion\": \"0.3\", \"id\": \"1\", \"source\": \"/s\", \"type\": \"t\"}",
                "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"not a URI\", \"type\": \"t\"}",
                "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/s\", \"type\": \"t\", \"time\": \"noon\"}",
                "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/s\", \"type\": \"t\", \"Bad_Name\": \"x\"}"
            })
    void whatIsNoCloudEventIsRefused(String body) {
        assertThatThrownBy(() -> FORMAT.deserialize(body.getBytes(UTF_8)))
                .isInstanceOf(EventDeserializationException.class);
    }
}
