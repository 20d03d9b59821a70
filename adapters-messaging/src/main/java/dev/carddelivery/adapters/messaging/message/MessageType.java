package dev.carddelivery.adapters.messaging.message;

import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.PartnerReport;
import io.vavr.control.Option;
import java.util.Locale;

/**
 * The kind of a message in the contract, in its first version.
 *
 * @param name its short name, such as {@code identity.check}
 */
public record MessageType(String name) {

    private static final String PREFIX = "dev.carddelivery.";
    private static final String SUFFIX = ".v1";

    /** The type of what others are told. */
    public static MessageType of(OutgoingMessage message) {
        return switch (message) {
            case OutgoingMessage.OrderNews news -> of(news.cause().event());
            case OutgoingMessage.Request request -> of(request.request().kind());
        };
    }

    /** The type of the news of an event. */
    public static MessageType of(OrderEvent event) {
        return new MessageType(
                switch (event) {
                    case OrderEvent.OrderPlaced e -> "order.placed";
                    case OrderEvent.OrderChanged e -> "order.changed";
                    case OrderEvent.IdentityConfirmed e -> "identity.confirmed";
                    case OrderEvent.OrderApproved e -> "order.approved";
                    case OrderEvent.OrderRejected e -> "order.rejected";
                    case OrderEvent.OrderCancelled e -> "order.cancelled";
                    case OrderEvent.ProductionRequested e -> "production.requested";
                    case OrderEvent.ProductionAccepted e -> "production.accepted";
                    case OrderEvent.ProductionRefused e -> "production.refused";
                    case OrderEvent.CardProduced e -> "card.produced";
                    case OrderEvent.ParcelTracked e -> "parcel.tracked";
                    case OrderEvent.ParcelRedirected e -> "parcel.redirected";
                    case OrderEvent.ParcelDelivered e -> "parcel.delivered";
                    case OrderEvent.ParcelReturning e -> "parcel.returning";
                    case OrderEvent.ParcelReturned e -> "parcel.returned";
                    case OrderEvent.ParcelLost e -> "parcel.lost";
                    case OrderEvent.CardActivated e -> "card.activated";
                    case OrderEvent.ActivationRefused e -> "activation.refused";
                    case OrderEvent.CardExpired e -> "card.expired";
                    case OrderEvent.RecallStarted e -> "recall.started";
                    case OrderEvent.RecallCompleted e -> "recall.completed";
                    case OrderEvent.AttentionRaised e -> "attention.raised";
                    case OrderEvent.ReportNoted e -> "report.noted";
                });
    }

    /** The type of a request: {@code CARD_STOP} is {@code card.stop}. */
    public static MessageType of(PartnerRequest.Kind kind) {
        return new MessageType(kind.name().toLowerCase(Locale.ROOT).replace('_', '.'));
    }

    /** The type of a partner's report. */
    public static MessageType of(PartnerReport report) {
        return new MessageType(report.name());
    }

    /** The type that a CloudEvent names, if it is one of ours by its form. */
    public static Option<MessageType> named(String type) {
        return Option.when(
                type.startsWith(PREFIX) && type.endsWith(SUFFIX) && type.length() > PREFIX.length() + SUFFIX.length(),
                () -> new MessageType(type.substring(PREFIX.length(), type.length() - SUFFIX.length())));
    }

    /** The {@code type} attribute of the CloudEvent. */
    public String attribute() {
        return PREFIX + name + SUFFIX;
    }

    /** The file that holds the schema of its data. */
    String schemaFile() {
        return name + SUFFIX + ".json";
    }
}
