package dev.carddelivery.application.process;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;

/**
 * What happened to an order and what became of it: all that the process does follows from this.
 *
 * @param event what happened
 * @param after the order right after that
 */
public record Transition(RecordedEvent event, OrderRevision after) {}
