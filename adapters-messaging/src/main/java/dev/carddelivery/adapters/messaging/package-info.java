/**
 * The ways to the other domains. What travels on them is in {@code message}, and in {@code asyncapi.yaml} for people.
 */
package dev.carddelivery.adapters.messaging;
