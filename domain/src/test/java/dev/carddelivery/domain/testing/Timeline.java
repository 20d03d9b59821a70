package dev.carddelivery.domain.testing;

import java.time.Instant;
import java.time.LocalDate;

/** When things happen to the example order, and what was promised on the way, by the terms of real life. */
public final class Timeline {

    /** The day on which the example order is placed. */
    public static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    public static final Instant PLACED_AT = Instant.parse("2026-11-22T10:15:30Z");
    public static final Instant EARLIEST_ARRIVAL = Instant.parse("2026-11-27T10:15:30Z");
    public static final Instant LATEST_ARRIVAL = Instant.parse("2026-12-06T10:15:30Z");
    public static final Instant IDENTITY_DUE = Instant.parse("2026-11-25T10:15:30Z");

    public static final Instant APPROVED_AT = Instant.parse("2026-11-23T09:00:00Z");
    public static final Instant CUT_OFF = Instant.parse("2026-11-24T09:00:00Z");
    public static final Instant PRODUCTION_DUE = Instant.parse("2026-12-01T09:00:00Z");

    public static final Instant PRODUCED_AT = Instant.parse("2026-11-27T12:00:00Z");
    public static final Instant DISPATCH_DUE = Instant.parse("2026-11-30T12:00:00Z");

    public static final Instant DISPATCHED_AT = Instant.parse("2026-11-28T08:00:00Z");
    public static final Instant DELIVERY_DUE = Instant.parse("2026-12-05T08:00:00Z");

    public static final Instant FAILED_AT = Instant.parse("2026-11-29T13:30:00Z");
    public static final Instant WAITING_AT = Instant.parse("2026-11-30T07:00:00Z");
    public static final Instant WAITING_UNTIL = Instant.parse("2026-12-07T18:00:00Z");

    public static final Instant DELIVERED_AT = Instant.parse("2026-12-01T11:00:00Z");
    public static final Instant CARD_EXPIRES_AT = Instant.parse("2029-12-01T00:00:00Z");

    public static final Instant RETURNING_AT = Instant.parse("2026-12-02T06:00:00Z");
    public static final Instant RETURN_DUE = Instant.parse("2026-12-16T06:00:00Z");
    public static final Instant RETURNED_AT = Instant.parse("2026-12-04T16:00:00Z");

    /** When the example customer takes the order back, at whatever stage; and when the plastic must be stopped then. */
    public static final Instant RECALLED_AT = Instant.parse("2026-12-03T12:00:00Z");

    public static final Instant RECALL_DUE = Instant.parse("2026-12-17T12:00:00Z");

    private Timeline() {}
}
