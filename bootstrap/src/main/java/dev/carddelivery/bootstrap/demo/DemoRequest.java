package dev.carddelivery.bootstrap.demo;

import dev.carddelivery.adapters.jdbc.Mail;
import dev.carddelivery.adapters.messaging.message.MessageType;
import dev.carddelivery.adapters.messaging.message.StructuredFormat;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.domain.order.OrderId;
import io.cloudevents.CloudEvent;
import io.vavr.collection.List;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a partner gets to know: one message, and nothing else of the order.
 *
 * @param id the request's name
 * @param orderId for which order
 * @param kind what is asked
 * @param at when it was asked, the same whenever it is asked again
 * @param data what its receiver needs to know
 */
public record DemoRequest(UUID id, OrderId orderId, Kind kind, Instant at, JsonNode data) {

    private static final StructuredFormat FORMAT = new StructuredFormat();

    /** A message as it is put into the mailbox; none where it is no request to one of the partners played here. */
    public static Option<Mail> mail(CloudEvent event) {
        return MessageType.named(event.getType())
                .flatMap(type -> List.of(Kind.values())
                        .find(kind -> MessageType.of(kind).equals(type) && kind.partner() != Partner.NOTIFICATIONS))
                .flatMap(kind -> Try.of(() -> mail(event, kind)).toOption());
    }

    private static Mail mail(CloudEvent event, Kind kind) {
        Mail mail = new Mail(
                UUID.fromString(event.getId()),
                new OrderId(UUID.fromString(event.getSubject())),
                kind,
                new String(FORMAT.serialize(event), StandardCharsets.UTF_8));
        of(mail); // so that what lies in the mailbox can be read
        return mail;
    }

    /** The message that lies in the mailbox. */
    static DemoRequest of(Mail mail) {
        CloudEvent event = FORMAT.deserialize(mail.message().getBytes(StandardCharsets.UTF_8));
        Instant at = Objects.requireNonNull(event.getTime()).toInstant();
        byte[] data = Objects.requireNonNull(event.getData()).toBytes();
        return new DemoRequest(
                mail.id(), mail.orderId(), mail.kind(), at, JsonMapper.shared().readTree(data));
    }

    /** The text at this JSON pointer of the data; none where there is no such. */
    Option<String> text(String pointer) {
        return Option.of(data.at(pointer)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}
