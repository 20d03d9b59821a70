package dev.carddelivery.domain.person;

import io.vavr.control.Option;

/**
 * How to reach the customer.
 *
 * @param phone always known: the courier calls it
 * @param email if the customer gave one
 */
public record Contact(PhoneNumber phone, Option<EmailAddress> email) {}
