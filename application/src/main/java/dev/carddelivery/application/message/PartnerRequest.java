package dev.carddelivery.application.message;

import dev.carddelivery.domain.order.OrderId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What another domain is asked to do for an order. What it needs to know is in the order as of {@code version}.
 *
 * @param orderId for which order
 * @param version the version of the event that caused the request
 * @param kind what is asked
 */
public record PartnerRequest(OrderId orderId, int version, Kind kind) {

    /** The name of this request, the same however often the event that caused it is read. */
    public UUID id() {
        String name = orderId.value() + "/" + version + "/" + kind;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything that is asked of other domains. */
    public enum Kind {
        IDENTITY_CHECK(Partner.IDENTITY),
        CARD_PRODUCE(Partner.BUREAU),
        /** Stop making the card; destroy the plastic if there is any. */
        CARD_STOP(Partner.BUREAU),
        /** Make the card inert for good. */
        CARD_BLOCK(Partner.BUREAU),
        PARCEL_DISPATCH(Partner.COURIER),
        /** Deliver it to another place or in another way. */
        PARCEL_REDIRECT(Partner.COURIER),
        /** Do not hand the parcel over; bring it back. */
        PARCEL_RECALL(Partner.COURIER),
        /** Tell the customer what has happened. */
        CUSTOMER_NOTIFY(Partner.NOTIFICATIONS);

        private final Partner partner;

        Kind(Partner partner) {
            this.partner = partner;
        }

        /** Who is asked. */
        public Partner partner() {
            return partner;
        }
    }

    /** The domains that an order needs. */
    public enum Partner {
        IDENTITY,
        BUREAU,
        COURIER,
        NOTIFICATIONS
    }
}
