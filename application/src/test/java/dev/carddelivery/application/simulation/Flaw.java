package dev.carddelivery.application.simulation;

/** A safeguard that is taken out of a simulated world, to see that its absence is noticed. */
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
