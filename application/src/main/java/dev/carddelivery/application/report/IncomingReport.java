package dev.carddelivery.application.report;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.PartnerReport;
import java.time.Instant;

/**
 * A partner's report that was understood.
 *
 * @param id derived from the sender's name for it, so that a repeated report finds itself in the order's history
 * @param orderId about which order
 * @param from whose report it is
 * @param source the name under which that partner sends, as it says itself
 * @param happenedAt when it happened, by the partner's clock
 * @param report what it says
 */
public record IncomingReport(
        CommandId id, OrderId orderId, Partner from, String source, Instant happenedAt, PartnerReport report) {

    /** Who asserts it. */
    public Actor actor() {
        return new Actor(
                switch (from) {
                    case IDENTITY -> Actor.Role.IDENTITY;
                    case BUREAU -> Actor.Role.BUREAU;
                    case COURIER -> Actor.Role.COURIER;
                    case NOTIFICATIONS ->
                        throw new IllegalArgumentException("Nothing is reported by those who tell the customers");
                },
                source);
    }
}
