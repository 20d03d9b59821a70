package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.domain.order.OrderId;
import java.util.UUID;

/**
 * A request as it comes into a partner's mailbox.
 *
 * @param id the request's name, the same however often it is sent
 * @param orderId for which order
 * @param kind what is asked, and so who is asked
 * @param message the message as JSON
 */
public record Mail(UUID id, OrderId orderId, Kind kind, String message) {}
