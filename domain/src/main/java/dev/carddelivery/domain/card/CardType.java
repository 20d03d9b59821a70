package dev.carddelivery.domain.card;

/** Whose money the card spends: the customer's own, or the bank's. */
public enum CardType {
    DEBIT,
    CREDIT
}
