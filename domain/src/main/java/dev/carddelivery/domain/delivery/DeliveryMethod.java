package dev.carddelivery.domain.delivery;

/** How the card gets from the bureau into the customer's hands. */
public enum DeliveryMethod {
    /** A courier hands it over at the address. */
    COURIER,
    /** The post brings it to the address. */
    POST,
    /** It waits in a branch of the bank, whose address is given. */
    BRANCH,
    /** It waits in a parcel locker, whose address is given. */
    PARCEL_LOCKER
}
