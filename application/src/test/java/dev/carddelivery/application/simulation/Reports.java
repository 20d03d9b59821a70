package dev.carddelivery.application.simulation;

import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.IncomingReport;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.application.report.ReportReader;
import dev.carddelivery.domain.order.CommandId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Writes reports into messages and reads them again; a message holds no more than the name of its report. */
final class Reports implements ReportReader {

    private Map<String, IncomingReport> written = HashMap.empty();

    ReceivedMessage write(IncomingReport report) {
        String name = nameOf(report.id());
        written = written.put(name, report);
        return message(name, Option.some(report.from()));
    }

    /** All that the message of a report holds. */
    static String nameOf(CommandId report) {
        return report.value().toString();
    }

    /** A message that nobody can read. */
    static ReceivedMessage scrawl(int number) {
        return message("scrawl " + number, Option.none());
    }

    @Override
    public Either<Unreadable, IncomingReport> read(ReceivedMessage message) {
        return written.get(message.body().toText())
                .toEither(() -> new Unreadable(DeadLetter.Reason.MALFORMED, "No such report", Option.none()));
    }

    private static ReceivedMessage message(String text, Option<Partner> sender) {
        return new ReceivedMessage("simulated", sender, HashMap.empty(), Bytes.of(text));
    }
}
