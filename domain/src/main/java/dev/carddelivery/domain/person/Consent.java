package dev.carddelivery.domain.person;

/** What a customer agrees to when ordering a card. */
public enum Consent {
    /** That personal data are processed; without it there is no order. */
    PERSONAL_DATA,
    /** To the terms of the card; without it there is no order. */
    CARD_TERMS,
    /** To be told of offers; always free. */
    MARKETING
}
