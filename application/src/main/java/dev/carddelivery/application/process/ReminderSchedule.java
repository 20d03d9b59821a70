package dev.carddelivery.application.process;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * How long to wait for an answer: first after the request, then after each reminder, of which there is one less than
 * there are waits. After the last wait a person is called.
 */
public record ReminderSchedule(List<Duration> waits) {

    public ReminderSchedule {
        if (waits.isEmpty() || waits.exists(wait -> wait.isNegative() || wait.isZero())) {
            throw new IllegalArgumentException("There must be waits, and each must last some time, not " + waits);
        }
    }

    /** How long to wait before the first reminder, or before the call where there is none. */
    public Duration first() {
        return waits.head();
    }

    /** How long to wait after the reminder with this number, from 1; none when this many are not sent. */
    public Option<Duration> after(int reminder) {
        return Option.when(reminder < waits.size(), () -> waits.get(reminder));
    }
}
