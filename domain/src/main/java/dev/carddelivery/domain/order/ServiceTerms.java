package dev.carddelivery.domain.order;

import dev.carddelivery.domain.delivery.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the bank promises, and how long it waits for its partners, counted in calendar days.
 *
 * @param day how long a calendar day lasts: 24 hours, or less where time is made to run fast; cut off to whole
 *     microseconds, so that every promise is as exact as the moment it was made at
 */
public record ServiceTerms(Duration day) {

    /** The terms of real life. */
    public static final ServiceTerms REAL = new ServiceTerms(Duration.ofDays(1));

    public ServiceTerms {
        day = day.truncatedTo(ChronoUnit.MICROS);
        if (day.isZero() || day.isNegative()) {
            throw new IllegalArgumentException("A day must last some time, not " + day);
        }
    }

    TimeWindow eta(Instant placedAt) {
        return new TimeWindow(daysAfter(placedAt, 5), daysAfter(placedAt, 14));
    }

    Instant identityCheckDue(Instant now) {
        return daysAfter(now, 3);
    }

    Instant editableUntil(Instant approvedAt) {
        return daysAfter(approvedAt, 1);
    }

    Instant productionDue(Instant now) {
        return daysAfter(now, 7);
    }

    Instant dispatchDue(Instant now) {
        return daysAfter(now, 3);
    }

    Instant deliveryDue(Instant now) {
        return daysAfter(now, 7);
    }

    Instant recallDue(Instant now) {
        return daysAfter(now, 14);
    }

    Instant returnDue(Instant now) {
        return daysAfter(now, 14);
    }

    /** Calls a person, who should have looked after a day. */
    Attention call(Attention.Reason reason, Instant now) {
        return new Attention(reason, now, daysAfter(now, 1));
    }

    Instant activationLockedUntil(Instant now) {
        return daysAfter(now, 1);
    }

    private Instant daysAfter(Instant moment, int days) {
        return moment.plus(day.multipliedBy(days));
    }
}
