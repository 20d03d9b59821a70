package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.Slice;
import dev.carddelivery.application.report.DeadLetter;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.util.UUID;

/** Dead letters in memory. */
public final class InMemoryDeadLetters implements DeadLetters {

    private Map<UUID, DeadLetter> letters = LinkedHashMap.empty();

    @Override
    public synchronized void add(DeadLetter letter) {
        letters = letters.put(
                letter.id(),
                letter,
                (kept, again) -> kept.state() == DeadLetter.State.REPLAYED ? kept.reopened(again) : kept);
    }

    @Override
    public synchronized Option<DeadLetter> find(UUID id) {
        return letters.get(id);
    }

    @Override
    public synchronized Slice<DeadLetter.Summary> list(DeadLetter.State state, Option<String> cursor, int limit) {
        return Position.slice(
                letters.values().filter(letter -> letter.state() == state).map(DeadLetter::summary),
                letter -> new Position(letter.receivedAt(), letter.id().toString()),
                Position.OLDEST_FIRST,
                cursor,
                limit);
    }

    @Override
    public synchronized boolean act(UUID id, DeadLetter.Act act, DeadLetter.State then) {
        Option<DeadLetter> open = letters.get(id).filter(letter -> letter.state() == DeadLetter.State.OPEN);
        open.forEach(letter -> letters = letters.put(id, letter.with(act, then)));
        return open.isDefined();
    }
}
