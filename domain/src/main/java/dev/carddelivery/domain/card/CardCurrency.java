package dev.carddelivery.domain.card;

/** The currency of the card's account, by its ISO 4217 code. */
public enum CardCurrency {
    RUB,
    USD,
    EUR,
    CNY
}
