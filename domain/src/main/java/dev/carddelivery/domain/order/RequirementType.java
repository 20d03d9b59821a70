package dev.carddelivery.domain.order;

/** What must be true before a card is made, in the order in which it is shown. */
public enum RequirementType {
    IDENTITY,
    CONSENTS,
    ADDRESS
}
