package dev.carddelivery.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class VirtualClock implements InstantSource {

    private volatile Instant now;

    public VirtualClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets this much time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Sets the clock, forwards or backwards. */
    public void set(Instant moment) {
        now = moment;
    }
}
