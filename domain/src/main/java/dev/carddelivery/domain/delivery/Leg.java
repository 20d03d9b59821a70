package dev.carddelivery.domain.delivery;

/** How far the parcel has got with the courier, in the order in which a parcel can get there. */
public enum Leg {
    DISPATCHED,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    /** A visit failed; another one follows, or the parcel goes back. */
    ATTEMPT_FAILED,
    /** Ready to be picked up at a branch, post office or locker. */
    WAITING,
    RETURNING,
    DELIVERED,
    RETURNED,
    LOST
}
