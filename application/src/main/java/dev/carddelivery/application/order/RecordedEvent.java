package dev.carddelivery.application.order;

import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;

/**
 * One event as it stands in the log.
 *
 * @param orderId whose event
 * @param version its place in the order's history: 1 for the first, then dense
 * @param event what happened
 * @param by the command that caused it; {@code by.now()} is when it was recorded
 */
public record RecordedEvent(OrderId orderId, int version, OrderEvent event, Provenance by) {}
