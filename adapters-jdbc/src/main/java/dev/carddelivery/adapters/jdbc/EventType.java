package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.domain.order.OrderEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of events under the names and versions by which they are stored. A name stands for ever; when the data of a
 * kind change shape, its version grows and {@link EventCodec} gets an upcaster.
 */
enum EventType {
    ORDER_PLACED("order-placed", 1),
    ORDER_CHANGED("order-changed", 1),
    IDENTITY_CONFIRMED("identity-confirmed", 1),
    ORDER_APPROVED("order-approved", 1),
    ORDER_REJECTED("order-rejected", 1),
    PRODUCTION_REQUESTED("production-requested", 1),
    PRODUCTION_ACCEPTED("production-accepted", 1),
    PRODUCTION_REFUSED("production-refused", 1),
    CARD_PRODUCED("card-produced", 1),
    PARCEL_TRACKED("parcel-tracked", 1),
    PARCEL_DELIVERED("parcel-delivered", 1),
    PARCEL_REDIRECTED("parcel-redirected", 1),
    PARCEL_RETURNING("parcel-returning", 1),
    PARCEL_RETURNED("parcel-returned", 1),
    PARCEL_LOST("parcel-lost", 1),
    CARD_ACTIVATED("card-activated", 1),
    ACTIVATION_REFUSED("activation-refused", 1),
    CARD_EXPIRED("card-expired", 1),
    ORDER_CANCELLED("order-cancelled", 1),
    RECALL_STARTED("recall-started", 1),
    RECALL_COMPLETED("recall-completed", 1),
    ATTENTION_RAISED("attention-raised", 1),
    REPORT_NOTED("report-noted", 1);

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::storedName, Function.identity()));

    private final String storedName;
    private final int version;

    EventType(String storedName, int version) {
        this.storedName = storedName;
        this.version = version;
    }

    /** The name it is stored under. */
    String storedName() {
        return storedName;
    }

    /** The version it is written in today, from 1. */
    int version() {
        return version;
    }

    static EventType named(String storedName) {
        EventType type = BY_NAME.get(storedName);
        if (type == null) {
            throw new UnreadableEvent("There is no event named " + storedName);
        }
        return type;
    }

    static EventType of(OrderEvent event) {
        return switch (event) {
            case OrderEvent.OrderPlaced e -> ORDER_PLACED;
            case OrderEvent.OrderChanged e -> ORDER_CHANGED;
            case OrderEvent.IdentityConfirmed e -> IDENTITY_CONFIRMED;
            case OrderEvent.OrderApproved e -> ORDER_APPROVED;
            case OrderEvent.OrderRejected e -> ORDER_REJECTED;
            case OrderEvent.ProductionRequested e -> PRODUCTION_REQUESTED;
            case OrderEvent.ProductionAccepted e -> PRODUCTION_ACCEPTED;
            case OrderEvent.ProductionRefused e -> PRODUCTION_REFUSED;
            case OrderEvent.CardProduced e -> CARD_PRODUCED;
            case OrderEvent.ParcelTracked e -> PARCEL_TRACKED;
            case OrderEvent.ParcelDelivered e -> PARCEL_DELIVERED;
            case OrderEvent.ParcelRedirected e -> PARCEL_REDIRECTED;
            case OrderEvent.ParcelReturning e -> PARCEL_RETURNING;
            case OrderEvent.ParcelReturned e -> PARCEL_RETURNED;
            case OrderEvent.ParcelLost e -> PARCEL_LOST;
            case OrderEvent.CardActivated e -> CARD_ACTIVATED;
            case OrderEvent.ActivationRefused e -> ACTIVATION_REFUSED;
            case OrderEvent.CardExpired e -> CARD_EXPIRED;
            case OrderEvent.OrderCancelled e -> ORDER_CANCELLED;
            case OrderEvent.RecallStarted e -> RECALL_STARTED;
            case OrderEvent.RecallCompleted e -> RECALL_COMPLETED;
            case OrderEvent.AttentionRaised e -> ATTENTION_RAISED;
            case OrderEvent.ReportNoted e -> REPORT_NOTED;
        };
    }
}
