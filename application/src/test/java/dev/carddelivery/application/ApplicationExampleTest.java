package dev.carddelivery.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ApplicationExampleTest {

    @Test
    void theExampleDoesWhatTheDocsSay() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));

            assertThat(ApplicationExample.run(withoutSlot(Examples.CONTENT))).isEqualTo(Status.APPROVED);
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""
                        true, and equal: true
                        OrderIdUnavailable[]
                        Vector(IDENTITY_CHECK, CUSTOMER_NOTIFY)
                        APPROVED
                        """);
    }

    /** The example tells the real time, and a slot would pass. */
    private static OrderContent withoutSlot(OrderContent content) {
        DeliveryPlan plan = content.delivery();
        return new OrderContent(
                content.card(),
                content.holder(),
                content.legal(),
                new DeliveryPlan(plan.method(), plan.address(), Option.none(), plan.comment()));
    }
}
