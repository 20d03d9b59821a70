/**
 * Kafka and webhooks to the other domains will live here. Until then requests travel in a table of the database, see
 * {@code JdbcPartnerRequests}.
 */
package dev.carddelivery.adapters.messaging;
