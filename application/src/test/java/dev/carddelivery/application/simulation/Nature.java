package dev.carddelivery.application.simulation;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What everybody in a simulated world is subject to: time, chance and the weather. Nothing else is a source of them.
 */
final class Nature {

    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final Chance chance;
    private final Agenda agenda;
    private final Trace trace = new Trace(clock);
    private Weather weather;

    Nature(long seed) {
        chance = new Chance(seed);
        agenda = new Agenda(clock, chance);
        weather = Weather.drawnBy(chance);
    }

    InstantSource clock() {
        return clock;
    }

    Chance chance() {
        return chance;
    }

    Agenda agenda() {
        return agenda;
    }

    Trace trace() {
        return trace;
    }

    Weather weather() {
        return weather;
    }

    /** Whether the storm is over. */
    boolean isCalm() {
        return weather == Weather.CALM;
    }

    /** Ends the storm. */
    void calmDown() {
        weather = Weather.CALM;
        trace.add("The storm is over");
    }

    /** Lets {@code work} be done after a while. */
    void later(Duration wait, Runnable work) {
        agenda.in(wait, work);
    }

    /** Writes down what happens now. */
    void note(String what) {
        trace.add(what);
    }
}
