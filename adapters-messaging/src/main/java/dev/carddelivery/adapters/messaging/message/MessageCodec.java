package dev.carddelivery.adapters.messaging.message;

import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.domain.order.Provenance;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Turns what the other domains are told into CloudEvents. The same message always gives the same event, so that whoever
 * gets it twice can tell.
 */
public final class MessageCodec {

    /** From whom all of these come. */
    public static final URI SOURCE = URI.create("/card-delivery");

    /** The extension by which brokers keep messages of one order together: the order's id. */
    public static final String PARTITION_KEY = "partitionkey";

    /**
     * The extension that sorts the messages of one order: the version of the order that a message follows from, in ten
     * digits. A receiver drops what is not above what it has seen, but news and requests of one event share a number.
     */
    public static final String SEQUENCE = "sequence";

    private MessageCodec() {}

    /** The message as a CloudEvent with JSON data. */
    public static CloudEvent encode(OutgoingMessage message) {
        String orderId = message.orderId().value().toString();
        return CloudEventBuilder.v1()
                .withId(message.id().toString())
                .withSource(SOURCE)
                .withType(MessageType.of(message).attribute())
                .withSubject(orderId)
                .withTime(time(message).atOffset(ZoneOffset.UTC))
                .withExtension(PARTITION_KEY, orderId)
                .withExtension(SEQUENCE, sequence(message.cause().version()))
                .withData("application/json", data(message))
                .build();
    }

    private static byte[] data(OutgoingMessage message) {
        return Json.bytes(
                switch (message) {
                    case OutgoingMessage.OrderNews news -> NewsData.json(news);
                    case OutgoingMessage.Request request -> RequestData.json(request);
                });
    }

    /** News are as old as what they tell of; a request is made when its cause is recorded. */
    private static Instant time(OutgoingMessage message) {
        Provenance by = message.cause().by();
        return switch (message) {
            case OutgoingMessage.OrderNews news -> by.happenedAt();
            case OutgoingMessage.Request request -> by.now();
        };
    }

    private static String sequence(int version) {
        String digits = Integer.toString(version);
        return "0".repeat(10 - digits.length()) + digits;
    }
}
