package dev.carddelivery.domain.order;

import java.util.UUID;

/**
 * The name of an order, chosen by the customer's side, so that placing it twice is placing it once.
 *
 * @param value version 7 recommended: it sorts by time
 */
public record OrderId(UUID value) {}
