package dev.carddelivery.bootstrap;

import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.Checkpoints;
import dev.carddelivery.application.port.EventLog;
import dev.carddelivery.application.port.Leadership;
import dev.carddelivery.application.process.ReadAhead;
import dev.carddelivery.application.process.Subscription;
import dev.carddelivery.application.process.Worker;
import io.vavr.collection.Seq;
import java.util.function.Consumer;

/** What a copy of the program does without being asked, each in a thread of its own. */
final class Workers {

    private final OpenParts parts;
    private final Leadership leader;
    private final EventLog log;
    private final Checkpoints checkpoints;

    Workers(OpenParts parts, Leadership leader, EventLog log, Checkpoints checkpoints) {
        this.parts = parts;
        this.leader = leader;
        this.log = log;
        this.checkpoints = checkpoints;
    }

    /** Repeats a step in every copy. */
    void everywhere(String name, Worker.Step step) {
        parts.add(Worker.start(name, () -> true, step));
    }

    /** Repeats a step in one copy at a time. */
    void inOneCopy(String name, Worker.Step step) {
        parts.add(Worker.start(name, leader, step));
    }

    /**
     * Reads the log in one copy at a time.
     *
     * @param name under which its place in the log is kept
     */
    void subscribe(String name, Consumer<Seq<RecordedEvent>> work) {
        inOneCopy(name, new Subscription(name, new ReadAhead(log), checkpoints, work));
    }
}
