/** Messages to and from the other domains over Apache Kafka. */
package dev.carddelivery.adapters.messaging.kafka;
