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
    public void save(String subscription, long place) {
        places.merge(subscription, place, Math::max);
    }

    @Override
    public void reset(String subscription) {
        places.remove(subscription);
    }
}
