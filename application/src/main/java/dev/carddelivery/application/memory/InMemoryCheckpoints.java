package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.Checkpoints;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checkpoints in memory. */
public final class InMemoryCheckpoints implements Checkpoints {

    private final Map<String, Long> places = new ConcurrentHashMap<>();

    @Override
    public long load(String subscription) {
        return places.getOrDefault(subscription, 0L);
    }

    @Override
    public void advance(String subscription, long from, long to) {
        places.compute(subscription, (name, place) -> place == null || place == from ? to : place);
    }

    @Override
    public void rewind(String subscription, long to) {
        places.computeIfPresent(subscription, (name, place) -> Math.min(place, to));
    }
}
