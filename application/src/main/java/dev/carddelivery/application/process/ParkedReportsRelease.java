package dev.carddelivery.application.process;

import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.report.ReportIntake;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import java.util.function.Consumer;

/** Lets the reports that wait for an order try again whenever that order has moved. */
public final class ParkedReportsRelease implements Consumer<Seq<RecordedEvent>> {

    private final ReportIntake intake;

    public ParkedReportsRelease(ReportIntake intake) {
        this.intake = intake;
    }

    @Override
    public void accept(Seq<RecordedEvent> events) {
        intake.retry(HashSet.ofAll(events.map(RecordedEvent::orderId)));
    }
}
