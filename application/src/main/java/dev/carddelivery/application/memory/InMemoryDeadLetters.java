package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.DeadLetters;
import dev.carddelivery.application.port.Slice;
import dev.carddelivery.application.report.DeadLetter;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.UUID;

/** Dead letters in memory. */
public final class InMemoryDeadLetters implements DeadLetters {

    private Map<UUID, DeadLetter> letters = LinkedHashMap.empty();
    private Set<UUID> uncopied = HashSet.empty();

    @Override
    public synchronized void add(DeadLetter letter) {
        Option<DeadLetter> kept = letters.get(letter.id());
        if (kept.forAll(known -> known.state() == DeadLetter.State.REPLAYED)) {
            letters = letters.put(
                    letter.id(), kept.map(known -> known.reopened(letter)).getOrElse(letter));
            uncopied = uncopied.add(letter.id());
        }
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

    @Override
    public synchronized void conclude(UUID id, DeadLetter.Act act, String note, DeadLetter.State then) {
        letters = letters.computeIfPresent(id, (known, letter) -> letter.concluded(act, note, then))
                ._2();
    }

    @Override
    public synchronized Seq<DeadLetter> uncopied(int limit) {
        return letters.values()
                .filter(letter -> letter.state() == DeadLetter.State.OPEN && uncopied.contains(letter.id()))
                .sortBy(DeadLetter::receivedAt)
                .take(limit);
    }

    @Override
    public synchronized void copied(DeadLetter seen) {
        if (letters.get(seen.id()).contains(seen)) {
            uncopied = uncopied.remove(seen.id());
        }
    }
}
