package dev.carddelivery.application.port;

import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.card.Last4;
import dev.carddelivery.domain.card.PaymentSystem;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.person.UserId;
import io.vavr.control.Option;
import java.time.Instant;

/** Finds orders across customers, as far as the read models have come. */
public interface OrderSearch {

    /**
     * Orders by the moment they were placed, the newest first.
     *
     * @throws IllegalArgumentException when {@code cursor} is none that this search has given
     */
    Slice<OrderSummary> find(OrderFilter filter, Option<String> cursor, int limit);

    /**
     * Which orders to find.
     *
     * @param owner only this customer's
     * @param status only those with this status
     */
    record OrderFilter(Option<UserId> owner, Option<Status> status) {}

    /** An order in a list. The components are those of the order's revision. */
    record OrderSummary(
            OrderId orderId,
            UserId owner,
            Status status,
            int version,
            Instant placedAt,
            Instant since,
            Purpose purpose,
            CardType cardType,
            PaymentSystem paymentSystem,
            Option<Last4> last4,
            Option<Attention.Reason> attention) {}
}
