package dev.carddelivery.adapters.http.operation;

import dev.carddelivery.adapters.http.answer.OutcomeView;
import dev.carddelivery.adapters.http.answer.Reply;
import dev.carddelivery.adapters.http.request.Request;
import dev.carddelivery.adapters.http.security.PartnerAuthenticator;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.application.report.ReportIntake;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;

/**
 * submitReport: what a partner says, as a CloudEvent in structured mode. Not in binary mode: a signature covers the
 * body alone, and whoever saw one could then say anything with it in the headers.
 */
public record SubmitReport(PartnerAuthenticator partners, ReportIntake intake) implements Operation {

    private static final String CHANNEL = "webhook";

    @Override
    public Reply handle(Request request) {
        byte[] body = request.body();
        Partner partner = partners.authenticate(request::header, body);
        request.requireMediaType("application/cloudevents+json");
        Map<String, String> headers =
                HashMap.ofEntries(request.header("Content-Type").map(type -> Tuple.of("content-type", type)));
        return OutcomeView.reply(
                intake.accept(new ReceivedMessage(CHANNEL, Option.some(partner), headers, Bytes.of(body))));
    }
}
