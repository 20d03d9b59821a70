package dev.carddelivery.domain.card;

/**
 * The card the customer wants.
 *
 * @param type whose money it spends
 * @param paymentSystem the network it works in
 * @param embossingName the name on the plastic
 * @param currency the account's currency
 * @param design the picture on the plastic
 */
public record CardSpec(
        CardType type,
        PaymentSystem paymentSystem,
        EmbossingName embossingName,
        CardCurrency currency,
        CardDesign design) {}
