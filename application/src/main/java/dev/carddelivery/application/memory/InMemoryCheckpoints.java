package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.Checkpoints;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checkpoints in memory. */
public final class InMemoryCheckpoints implements Checkpoints {

    private final Map<String, Checkpoint> checkpoints = new ConcurrentHashMap<>();

    @Override
    public Checkpoint load(String subscription) {
        return checkpoints.getOrDefault(subscription, Checkpoint.START);
    }

    @Override
    public void advance(String subscription, Checkpoint from, long to) {
        checkpoints.merge(
                subscription,
                new Checkpoint(to, from.rewinds()),
                (present, next) -> present.equals(from) ? next : present);
    }

    @Override
    public void rewind(String subscription, long to) {
        checkpoints.computeIfPresent(
                subscription,
                (name, present) -> present.place() < to ? present : new Checkpoint(to, present.rewinds() + 1));
    }
}
