package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.OrderId;
import java.util.UUID;

/**
 * A request as it comes into a partner's mailbox.
 *
 * @param id the request's name, the same however often it is sent
 * @param orderId for which order
 * @param partner who is asked
 * @param type the message's type, which says what is asked
 * @param message the message as JSON
 */
public record Mail(UUID id, OrderId orderId, Partner partner, String type, String message) {}
