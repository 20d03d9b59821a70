/**
 * The messages between the order's domain and the others: CloudEvents whose data match the schemas of
 * {@code asyncapi.yaml}, however they travel.
 */
package dev.carddelivery.adapters.messaging.message;
