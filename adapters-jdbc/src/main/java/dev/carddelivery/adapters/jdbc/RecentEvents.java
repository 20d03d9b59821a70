package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.adapters.jdbc.Sequencing.Sequenced;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLog.Page;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The newest events of the log: those that this instance has committed itself, and those that some reader of it has
 * fetched and decoded, so that no other reader needs to. Nothing in here grows old as long as the server is the same:
 * what has its place in the log never changes.
 */
final class RecentEvents {

    private static final int KEPT = 4_000;

    private final Shelf byPlace = new Shelf();

    /** Batches of this instance that have no place in the log yet, as far as it is known here. */
    private final Shelf byBatch = new Shelf();

    /** Events under ascending numbers, of which the lowest leave first. */
    private static final class Shelf {

        private final NavigableMap<Long, Seq<RecordedEvent>> events = new TreeMap<>();
        private int size;

        void put(long number, Seq<RecordedEvent> added) {
            take(number);
            events.put(number, added);
            size += added.size();
            while (size > KEPT) {
                take(events.firstKey());
            }
        }

        Seq<RecordedEvent> take(long number) {
            Seq<RecordedEvent> taken = events.remove(number);
            size -= taken == null ? 0 : taken.size();
            return taken == null ? Vector.empty() : taken;
        }

        void clear() {
            events.clear();
            size = 0;
        }
    }

    /** What is known to follow a place without a gap; an empty page where nothing is. */
    synchronized Page after(long afterPlace, int limit) {
        List<RecordedEvent> events = new ArrayList<>();
        long place = afterPlace;
        for (Seq<RecordedEvent> next = byPlace.events.get(place + 1);
                next != null && events.size() < limit;
                next = byPlace.events.get(place + 1)) {
            next.forEach(events::add);
            place++;
        }
        return new Page(Vector.ofAll(events), place);
    }

    /** Forgets everything. */
    synchronized void forget() {
        byPlace.clear();
        byBatch.clear();
    }

    /** Keeps all events of a place. */
    synchronized void read(long place, Seq<RecordedEvent> events) {
        byPlace.put(place, events);
    }

    /** Keeps all events of a batch, to be found under its place when it has one. */
    synchronized void committed(long batchId, Seq<RecordedEvent> events) {
        byBatch.put(batchId, events);
    }

    /** Says which places batches have got. */
    synchronized void placed(Seq<Sequenced> placed) {
        for (Sequenced each : placed) {
            Seq<RecordedEvent> events = byBatch.take(each.batchId());
            if (events.nonEmpty()) {
                byPlace.put(each.place(), events);
            }
        }
    }
}
