package dev.carddelivery.bootstrap.architecture.offenders.bootstrap.demo;

import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.bootstrap.Settings;
import dev.carddelivery.domain.order.Order;

/** What the demo partners must not contain. */
public final class DemoOffenders {

    private DemoOffenders() {}

    /** Reads settings itself. */
    public record ReadsSettings(Settings settings) {}

    /** Knows more of an order than its messages say. */
    public record LooksIntoOrders(Order.Placed order) {}

    /** Does something to orders in another way than by messages. */
    public record ActsOnOrders(OrderHandler orders) {}
}
