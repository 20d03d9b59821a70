package dev.carddelivery.adapters.http.request;

import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.control.Option;

/**
 * What createOrder's body says.
 *
 * @param orderId the order's name, if the body has one
 * @param content what is ordered
 */
public record NewOrder(Option<OrderId> orderId, OrderContent content) {}
