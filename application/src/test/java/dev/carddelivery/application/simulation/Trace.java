package dev.carddelivery.application.simulation;

import dev.carddelivery.application.Samples;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has happened in a simulated world, a line each, with the time since its beginning. */
final class Trace {

    private final InstantSource clock;
    private final List<String> lines = new ArrayList<>();
    private final Map<OrderId, String> names = new LinkedHashMap<>();

    Trace(InstantSource clock) {
        this.clock = clock;
    }

    void add(String what) {
        Duration past = Duration.between(Samples.MORNING, clock.instant());
        lines.add("day " + past.toDays() + ", " + past.toHoursPart() + ":" + past.toMinutesPart() + ":"
                + past.toSecondsPart() + " " + what);
    }

    /** A short name for an order. */
    String nameOf(OrderId order) {
        return names.computeIfAbsent(order, unknown -> "order " + (names.size() + 1));
    }

    Vector<String> lines() {
        return Vector.ofAll(lines);
    }
}
