package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLog.Page;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The newest events that were read here, so that readers who go side by side fetch and decode each but once. Nothing in
 * here grows old: what has its place in the log never changes.
 */
final class RecentEvents {

    private static final int KEPT = 4_000;

    private final NavigableMap<Long, List<RecordedEvent>> byPlace = new TreeMap<>();
    private int size;

    /** What is known to follow a place without a gap; an empty page where nothing is. */
    synchronized Page after(long afterPlace, int limit) {
        List<RecordedEvent> events = new ArrayList<>();
        long place = afterPlace;
        for (List<RecordedEvent> next = byPlace.get(place + 1);
                next != null && events.size() < limit;
                next = byPlace.get(place + 1)) {
            events.addAll(next);
            place++;
        }
        return new Page(Vector.ofAll(events), place);
    }

    /** Keeps all events of a place. */
    synchronized void add(long place, List<RecordedEvent> events) {
        if (byPlace.put(place, events) == null) {
            size += events.size();
        }
        while (size > KEPT) {
            size -= byPlace.pollFirstEntry().getValue().size();
        }
    }
}
