package dev.carddelivery.application.memory;

import dev.carddelivery.application.port.Slice;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;

/**
 * Where an item stands in a list by time. A cursor is the position of the last item handed out, so that items which
 * come or go in the meantime shift nothing.
 *
 * @param at the item's moment
 * @param name tells items of the same moment apart
 */
record Position(Instant at, String name) {

    static final Comparator<Position> OLDEST_FIRST =
            Comparator.comparing(Position::at).thenComparing(Position::name);
    static final Comparator<Position> NEWEST_FIRST = OLDEST_FIRST.reversed();

    /** The part of {@code items} that follows {@code cursor}, sorted by {@code direction}. */
    static <T> Slice<T> slice(
            Seq<T> items,
            Function<T, Position> position,
            Comparator<Position> direction,
            Option<String> cursor,
            int limit) {
        Option<Position> last = cursor.map(Position::parse);
        Seq<T> rest = items.filter(item -> last.forAll(seen -> direction.compare(seen, position.apply(item)) < 0))
                .sorted((one, other) -> direction.compare(position.apply(one), position.apply(other)));
        Seq<T> slice = rest.take(limit);
        return new Slice<>(
                slice,
                Option.when(rest.size() > limit, slice::last).map(position).map(Position::cursor));
    }

    private String cursor() {
        return at + " " + name;
    }

    private static Position parse(String cursor) {
        int end = cursor.indexOf(' ');
        try {
            return new Position(Instant.parse(cursor.substring(0, Math.max(end, 0))), cursor.substring(end + 1));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No cursor of this list", e);
        }
    }
}
