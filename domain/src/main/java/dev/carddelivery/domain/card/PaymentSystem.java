package dev.carddelivery.domain.card;

/** The network that routes the card's payments; its mark is printed on the plastic. */
public enum PaymentSystem {
    MIR,
    VISA,
    MASTERCARD,
    UNIONPAY
}
