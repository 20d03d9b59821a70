package dev.carddelivery.domain.order;

/** Why a courier brings a parcel back. */
public enum ReturnReason {
    REFUSED,
    NOT_COLLECTED,
    UNDELIVERABLE,
    OTHER
}
