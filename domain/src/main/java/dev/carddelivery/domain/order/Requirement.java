package dev.carddelivery.domain.order;

/**
 * One thing that must be true before a card is made, and whether it is.
 *
 * @param type what must be true
 * @param state whether it is
 */
public record Requirement(RequirementType type, State state) {

    /** How far a requirement has got. */
    public enum State {
        PENDING,
        MET,
        FAILED
    }
}
