package dev.carddelivery.application.simulation;

import dev.carddelivery.application.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is to happen in a simulated world, each at its moment; between two of those no time passes. Of things of the
 * same moment chance decides which comes first.
 */
final class Agenda {

    private final VirtualClock clock;
    private final Chance chance;
    private final PriorityQueue<Item> items = new PriorityQueue<>(
            Comparator.comparing(Item::at).thenComparingLong(Item::toss).thenComparingLong(Item::number));
    private long added;
    private int busyWith;

    private record Item(Instant at, long toss, long number, boolean matters, Runnable work) {}

    Agenda(VirtualClock clock, Chance chance) {
        this.clock = clock;
        this.chance = chance;
    }

    /** Lets {@code work} be done after a while. */
    void in(Duration wait, Runnable work) {
        busyWith++;
        add(wait, true, work);
    }

    /** The same for a look whether there is something to do: a world in which only these are left is at rest. */
    void aside(Duration wait, Runnable look) {
        add(wait, false, look);
    }

    /** Whether there is more to do than to look. */
    boolean isBusy() {
        return busyWith > 0;
    }

    /** Does what comes next, at its moment. */
    void next() {
        Item next = items.remove();
        busyWith -= next.matters() ? 1 : 0;
        clock.set(next.at());
        next.work().run();
    }

    private void add(Duration wait, boolean matters, Runnable work) {
        items.add(new Item(clock.instant().plus(wait), chance.toss(), added++, matters, work));
    }
}
