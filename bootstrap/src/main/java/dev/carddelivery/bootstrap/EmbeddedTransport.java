package dev.carddelivery.bootstrap;

import dev.carddelivery.adapters.jdbc.JdbcMailbox;
import dev.carddelivery.adapters.messaging.message.MessageCodec;
import dev.carddelivery.adapters.messaging.message.StructuredFormat;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.application.report.ReportIntake;
import dev.carddelivery.bootstrap.demo.DemoRequest;
import dev.carddelivery.bootstrap.demo.Reports;
import io.cloudevents.CloudEvent;
import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * The way to partners that live in this very program: requests go into their mailbox in the database, reports come
 * straight back. Both are the bytes that they would be on any other way.
 *
 * @param mailbox of the partners
 * @param intake takes in what they say
 */
record EmbeddedTransport(JdbcMailbox mailbox, ReportIntake intake) implements MessagePublisher, Reports {

    private static final StructuredFormat FORMAT = new StructuredFormat();

    /** Carries what is asked of the identity service, the bureau and the courier; nobody here wants the rest. */
    @Override
    public void publish(Seq<OutgoingMessage> messages) {
        mailbox.put(messages.filter(OutgoingMessage.Request.class::isInstance)
                .flatMap(message -> DemoRequest.mail(MessageCodec.encode(message))));
    }

    @Override
    public void send(Partner from, Seq<CloudEvent> reports) {
        reports.forEach(report -> intake.accept(new ReceivedMessage(
                "embedded",
                Option.some(from),
                HashMap.of("content-type", FORMAT.serializedContentType()),
                Bytes.of(FORMAT.serialize(report)))));
    }
}
