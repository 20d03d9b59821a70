package dev.carddelivery.domain.delivery;

import io.vavr.control.Option;

/**
 * Where, how and when the customer wants the card.
 *
 * @param method how it travels
 * @param address the customer's door, or the branch or locker where it waits
 * @param slot when a visit suits, if the customer said so
 * @param comment what the courier should know, if anything
 */
public record DeliveryPlan(
        DeliveryMethod method, Address address, Option<DeliverySlot> slot, Option<DeliveryComment> comment) {}
