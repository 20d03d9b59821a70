package dev.carddelivery.application.order;

import dev.carddelivery.domain.order.OrderRejection;

/** Why a wish was not fulfilled. Nothing was recorded, and nothing about it is remembered. */
public sealed interface Refusal {

    /** The order itself refuses. An order of somebody else refuses as if it did not exist. */
    record ByOrder(OrderRejection reason) implements Refusal {}

    /** The same name was used before to ask for something else. */
    record KeyReused() implements Refusal {}

    /** The order id is not free. */
    record OrderIdUnavailable() implements Refusal {}

    /** What is reported would have an effect, and cannot be about this order: it happened before there was one. */
    record BeforeTheOrder() implements Refusal {}

    /** So much has been reported without any effect that only what has one is taken any more. */
    record TooManyReports() implements Refusal {}

    /** The order is no longer at the version the wish was made for, but at {@code version}. */
    record VersionMismatch(int version) implements Refusal {}
}
