package dev.carddelivery.bootstrap.system;

import dev.carddelivery.adapters.messaging.kafka.Topic;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** What is in the topic of public events, and whether that is what it should be. */
public final class EventsTopic {

    private EventsTopic() {}

    /**
     * One event in the topic.
     *
     * @param order the order's id
     * @param sequence the version of the order
     */
    public record Event(String order, int sequence) {}

    /** All that is there at the moment, in the order of each partition. */
    public static Vector<Event> read(String bootstrapServers) {
        return Topic.read(bootstrapServers, "card-delivery.events")
                .map(event -> new Event(event.key(), Integer.parseInt(Topic.header(event, "ce_sequence"))));
    }

    /** The versions of each order that are told, each where it came first. */
    public static Map<String, Vector<Integer>> firstAppearances(Vector<Event> events) {
        return events.distinct().groupBy(Event::order).mapValues(all -> all.map(Event::sequence));
    }

    /**
     * The orders of which an event is missing, or was overtaken by a later one when it came first. Repeats are nobody's
     * fault.
     *
     * @param versions the version that each order has by now
     */
    public static Seq<String> faults(Map<String, Integer> versions, Vector<Event> events) {
        Map<String, Vector<Integer>> firstAppearances = firstAppearances(events);
        return versions.reject((order, version) ->
                        firstAppearances.getOrElse(order, Vector.empty()).equals(Vector.rangeClosed(1, version)))
                .keySet()
                .toVector();
    }
}
