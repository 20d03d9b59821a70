package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.domain.order.OrderEvent;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns events into what is stored and back. Old data are lifted to today's shape one version at a time before they are
 * read, so that there is one reader for each kind of event.
 */
final class EventCodec {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The codec of this version of the program; the data of no event have changed shape yet. */
    static final EventCodec CURRENT = new EventCodec(HashMap.empty());

    private final Map<Shape, UnaryOperator<JsonNode>> upcasters;

    /** An old shape of an event's data. */
    record Shape(EventType type, int version) {}

    /** A codec with upcasters, each from the shape that is its key to the next version. */
    EventCodec(Map<Shape, UnaryOperator<JsonNode>> upcasters) {
        this.upcasters = upcasters;
    }

    StoredEvent encode(OrderEvent event) {
        EventType type = EventType.of(event);
        ByteArrayOutputStream data = new ByteArrayOutputStream(2_048);
        try (JsonGenerator json = JSON.createGenerator(data)) {
            EventWriter.write(event, new JsonWriter(json));
        }
        return new StoredEvent(type.storedName(), type.version(), data.toString(StandardCharsets.UTF_8));
    }

    OrderEvent decode(StoredEvent stored) {
        EventType type = EventType.named(stored.name());
        try {
            return EventReader.read(type, new JsonReader(lift(type, stored)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            // Neither message nor cause: both may quote personal data.
            throw new UnreadableEvent("The data of an event " + stored.name() + " version " + stored.version()
                    + " are broken (" + e.getClass().getSimpleName() + ")");
        }
    }

    private JsonNode lift(EventType type, StoredEvent stored) {
        JsonNode data = JSON.readTree(stored.data());
        for (int version = stored.version(); version != type.version(); version++) {
            data = upcasters
                    .get(new Shape(type, version))
                    .getOrElseThrow(() -> new UnreadableEvent(
                            "An event " + stored.name() + " cannot be read in version " + stored.version()))
                    .apply(data);
        }
        return data;
    }
}
