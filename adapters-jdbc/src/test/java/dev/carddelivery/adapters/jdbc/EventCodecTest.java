package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.adapters.jdbc.EventCodec.Shape;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant UNTIL = Instant.parse("2026-11-23T10:15:30Z");

    private final EventCodec codec = EventCodec.CURRENT;

    static Stream<String> goldenFiles() {
        return GoldenEvents.byFile().keySet().toJavaStream();
    }

    static Stream<EventType> types() {
        return Arrays.stream(EventType.values());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void whatWasWrittenOnceIsReadForEver(String file) throws IOException {
        StoredEvent stored =
                new StoredEvent(nameOf(file), versionOf(file), golden(file).toString());

        assertThat(codec.decode(stored))
                .isEqualTo(GoldenEvents.byFile().get(file).get());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void anEventIsWrittenAsInItsGoldenFile(String file) throws IOException {
        StoredEvent stored = codec.encode(GoldenEvents.byFile().get(file).get());

        assertThat(JSON.readTree(stored.data())).isEqualTo(golden(file));
        assertThat(stored.name()).isEqualTo(nameOf(file));
        assertThat(stored.version()).isEqualTo(versionOf(file));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyVersionOfEveryKindOfEventHasItsGoldenFile(EventType type) {
        List<String> expected = List.rangeClosed(1, type.version()).map(version -> type.storedName() + ".v" + version);

        assertThat(GoldenEvents.byFile().keySet()).containsAll(expected);
    }

    @Test
    void everyKindOfEventHasAStoredName() {
        List<Class<?>> kinds = List.of(OrderEvent.class.getPermittedSubclasses());
        List<Class<?>> golden =
                GoldenEvents.byFile().values().<Class<?>>map(Object::getClass).toList();

        assertThat(golden).containsAll(kinds);
        assertThat(kinds).hasSameSizeAs(EventType.values());
    }

    @Test
    void anUnknownNameIsNamed() {
        assertThatThrownBy(() -> codec.decode(new StoredEvent("order-teleported", 1, "{}")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("order-teleported");
    }

    @Test
    void aVersionFromTheFutureIsNamed() {
        assertThatThrownBy(() -> codec.decode(new StoredEvent("card-expired", 2, "{}")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("card-expired")
                .hasMessageContaining("2");
    }

    @ParameterizedTest
    @MethodSource("brokenData")
    void brokenDataAreNotSkippedAndNotQuoted(String data) {
        assertThatThrownBy(() -> codec.decode(new StoredEvent("order-approved", 1, data)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("order-approved")
                .hasNoCause()
                .satisfies(e -> assertThat(e.toString()).doesNotContain("Ivan"));
    }

    static Stream<String> brokenData() {
        return Stream.of(
                "Ivan",
                "[\"Ivan\"]",
                "{}",
                "{\"editableUntil\":null}",
                "{\"editableUntil\":\"Ivan\"}",
                "{\"editableUntil\":{\"Ivan\":1}}",
                "{\"editableUntil\":\"2026-11-23T10:15:30Z\"");
    }

    @Test
    void anUnknownWordIsNotGuessed() {
        assertThatThrownBy(() -> codec.decode(new StoredEvent("order-cancelled", 1, "{\"reason\":\"boredom\"}")))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void oldDataAreLiftedOneVersionAtATime() {
        EventCodec lifting = new EventCodec(HashMap.of(
                new Shape(EventType.ORDER_APPROVED, -1), data -> renamed(data, "until", "editable_until"),
                new Shape(EventType.ORDER_APPROVED, 0), data -> renamed(data, "editable_until", "editableUntil")));

        assertThat(List.of("{\"until\":\"" + UNTIL + "\"}", "{\"editable_until\":\"" + UNTIL + "\"}")
                        .zipWithIndex(
                                (data, index) -> lifting.decode(new StoredEvent("order-approved", index - 1, data))))
                .containsOnly(new OrderEvent.OrderApproved(UNTIL));
        assertThatThrownBy(() -> lifting.decode(new StoredEvent("order-approved", -2, "{}")))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void noFullNameOfAClassIsStored() {
        GoldenEvents.byFile()
                .values()
                .forEach(event -> assertThat(codec.encode(event).toString())
                        .doesNotContain("dev.carddelivery")
                        .doesNotContain(event.getClass().getSimpleName()));
        assertThat(codec.encode(GoldenEvents.byFile().get("order-placed.v1").get())
                        .data())
                .contains(Examples.OWNER.value());
    }

    private static JsonNode renamed(JsonNode data, String from, String to) {
        ObjectNode lifted = JSON.createObjectNode();
        return lifted.set(to, data.get(from));
    }

    private static String nameOf(String file) {
        return file.substring(0, file.indexOf(".v"));
    }

    private static int versionOf(String file) {
        return Integer.parseInt(file.substring(nameOf(file).length() + 2).replaceFirst("[.].*", ""));
    }

    private static JsonNode golden(String file) throws IOException {
        try (InputStream in = EventCodecTest.class.getResourceAsStream("/golden/" + file + ".json")) {
            assertThat(in).as("golden file of %s", file).isNotNull();
            return JSON.readTree(in);
        }
    }
}
