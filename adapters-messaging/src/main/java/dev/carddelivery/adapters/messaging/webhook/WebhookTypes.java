package dev.carddelivery.adapters.messaging.webhook;

import dev.carddelivery.adapters.messaging.message.MessageType;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.domain.order.OrderEvent;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import java.util.Locale;

/** The types of messages that can be subscribed to. */
public final class WebhookTypes {

    private WebhookTypes() {}

    /** All of them, as the {@code type} of a CloudEvent names them. */
    public static Set<String> all() {
        return List.of(OrderEvent.class.getPermittedSubclasses())
                .map(WebhookTypes::news)
                .appendAll(List.of(Kind.values()).map(MessageType::of))
                .map(MessageType::attribute)
                .toSet();
    }

    /** {@code OrderPlaced} is told as {@code order.placed}. */
    private static MessageType news(Class<?> event) {
        String words = event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", ".");
        return new MessageType(words.toLowerCase(Locale.ROOT));
    }
}
