package dev.carddelivery.application.webhook;

import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.domain.order.OrderId;
import java.util.UUID;

/**
 * A message as it is sent.
 *
 * @param id the message's name, the same for all its receivers
 * @param type the type that receivers subscribe to
 * @param orderId about which order
 * @param body what is sent: a structured CloudEvent in JSON
 */
public record WebhookMessage(UUID id, String type, OrderId orderId, Bytes body) {}
