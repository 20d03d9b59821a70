package dev.carddelivery.adapters.messaging.message;

import dev.carddelivery.application.report.Bytes;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.data.BytesCloudEventData;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.rw.CloudEventDataMapper;
import io.cloudevents.rw.CloudEventRWException;
import io.cloudevents.types.Time;
import io.vavr.collection.List;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of CloudEvents ({@value Envelope#STRUCTURED}), for events whose data are JSON. */
public final class StructuredFormat implements EventFormat {

    /** The content type of what is written. */
    public static final String CONTENT_TYPE = Envelope.STRUCTURED;

    @Override
    public byte[] serialize(CloudEvent event) {
        ObjectNode json = Json.object();
        Envelope.OF_THE_CORE.forEach(name -> put(json, name, event.getAttribute(name)));
        List.ofAll(event.getExtensionNames()).sorted().forEach(name -> put(json, name, event.getExtension(name)));
        CloudEventData data = event.getData();
        if (data != null) {
            json.set("data", Envelope.json(Bytes.of(data.toBytes()), "/data"));
        }
        return Json.bytes(json);
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Boolean truth -> json.put(name, truth);
            case Integer number -> json.put(name, number);
            case OffsetDateTime time -> json.put(name, Time.writeTime(time));
            default -> json.put(name, value.toString());
        }
    }

    @Override
    public CloudEvent deserialize(byte[] bytes, CloudEventDataMapper<? extends CloudEventData> mapper) {
        try {
            Envelope envelope = Envelope.structured(Envelope.json(Bytes.of(bytes), "The body"));
            if (!envelope.attribute("specversion").equals("1.0")) {
                throw MessageFault.malformed("/specversion is not 1.0");
            }
            var builder = CloudEventBuilder.v1();
            envelope.attributes()
                    .remove("specversion")
                    .forEach((name, value) -> builder.withContextAttribute(name, value));
            return envelope.data().size() == 0
                    ? builder.build()
                    : builder.end(
                            mapper.map(BytesCloudEventData.wrap(envelope.data().toArray())));
        } catch (MessageFault | CloudEventRWException | IllegalStateException e) {
            throw new EventDeserializationException(e);
        }
    }

    @Override
    public String serializedContentType() {
        return CONTENT_TYPE;
    }
}
