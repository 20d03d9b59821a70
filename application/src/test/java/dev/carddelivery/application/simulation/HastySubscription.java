package dev.carddelivery.application.simulation;

import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.Checkpoints;
import dev.carddelivery.application.port.Checkpoints.Checkpoint;
import dev.carddelivery.application.port.EventLog;
import io.vavr.collection.Seq;
import java.util.function.Consumer;

/** A subscription as it must not be: its checkpoint moves before the work is done. */
final class HastySubscription implements Runnable {

    private final String name;
    private final EventLog log;
    private final Checkpoints checkpoints;
    private final Consumer<Seq<RecordedEvent>> work;

    HastySubscription(String name, EventLog log, Checkpoints checkpoints, Consumer<Seq<RecordedEvent>> work) {
        this.name = name;
        this.log = log;
        this.checkpoints = checkpoints;
        this.work = work;
    }

    @Override
    public void run() {
        Checkpoint reached = checkpoints.load(name);
        EventLog.Page page = log.readAfter(reached.place(), 500);
        checkpoints.advance(name, reached, page.place());
        work.accept(page.events());
    }
}
