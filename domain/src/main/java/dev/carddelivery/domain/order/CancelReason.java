package dev.carddelivery.domain.order;

/** Why a customer takes an order back. */
public enum CancelReason {
    CHANGED_MY_MIND,
    ORDERED_BY_MISTAKE,
    FOUND_BETTER_OFFER,
    TOO_SLOW,
    MOVED_AWAY,
    OTHER
}
