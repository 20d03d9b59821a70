package dev.carddelivery.domain.delivery;

/**
 * A visit at which the card could not be handed over.
 *
 * @param number which visit it was, from 1
 * @param of how many visits the courier makes in all, at least {@code number}
 * @param reason why it failed
 */
public record FailedAttempt(int number, int of, Reason reason) {

    public FailedAttempt {
        if (number < 1 || of < number) {
            throw new IllegalArgumentException("Attempt " + number + " of " + of + " cannot be");
        }
    }

    /** Why a visit failed. */
    public enum Reason {
        NOT_AT_HOME,
        WRONG_ADDRESS,
        REFUSED,
        NO_DOCUMENT,
        OTHER
    }
}
