package dev.carddelivery.domain.order;

/** Why a card is ordered. */
public enum Purpose {
    /** The customer's first card of its kind. */
    FIRST
}
