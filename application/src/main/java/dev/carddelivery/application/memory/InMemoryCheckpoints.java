package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.Checkpoints;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;

/** Checkpoints in memory. */
public final class InMemoryCheckpoints implements Checkpoints {

    private Map<String, Checkpoint> checkpoints = HashMap.empty();

    @Override
    public synchronized Checkpoint load(String subscription) {
        return checkpoints.getOrElse(subscription, Checkpoint.START);
    }

    @Override
    public synchronized void advance(String subscription, Checkpoint from, long to) {
        if (load(subscription).equals(from)) {
            checkpoints = checkpoints.put(subscription, new Checkpoint(to, from.rewinds()));
        }
    }

    @Override
    public synchronized void rewind(String subscription, long to) {
        Checkpoint present = load(subscription);
        if (present.place() >= to) {
            checkpoints = checkpoints.put(subscription, new Checkpoint(to, present.rewinds() + 1));
        }
    }
}
