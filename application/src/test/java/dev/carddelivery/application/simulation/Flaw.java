package dev.carddelivery.application.simulation;

/** Which safeguard is missing from a simulated world; a world that has all of them has no flaw. */
enum Flaw {
    NONE,
    /** The program forgets what it has just acknowledged. */
    ACKNOWLEDGED_BEFORE_DURABLE,
    /** A subscription notes that its work is done and only then does it. */
    CHECKPOINT_BEFORE_WORK,
    /** The bureau looks at each message by itself, and not at what it was asked already. */
    CARD_PER_MESSAGE,
    /** Reports that come too early are dropped. */
    NOTHING_PARKED
}
