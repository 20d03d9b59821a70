package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.demo.Behaviour;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.control.Option;

/**
 * How a demo partner shall behave.
 *
 * @param orderId for which order; none for all
 * @param behaviour how
 */
public record BehaviourRequest(Option<OrderId> orderId, Behaviour behaviour) {}
