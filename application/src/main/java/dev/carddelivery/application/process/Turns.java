package dev.carddelivery.application.process;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;

/**
 * Gives each of many things that are due its turn, a few at a time. Whoever had a turn and is still there after it gets
 * the next one later and later, so that those at the head of the list which get nowhere do not keep the others waiting.
 * For use by one thread.
 *
 * @param <T> compared by {@code equals}
 */
public final class Turns<T> {

    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);

    /** So many that get nowhere are known at a time; those behind them have to wait. */
    private static final int REMEMBERED = 10_000;

    private final int atOnce;
    private Map<T, Turn> had = HashMap.empty();

    private record Turn(Duration rest, Instant next) {

        static Turn first(Instant now) {
            return new Turn(FIRST_REST, now.plus(FIRST_REST));
        }

        Turn following(Instant now) {
            Duration longer = rest.multipliedBy(2);
            Duration bounded = longer.compareTo(LONGEST_REST) < 0 ? longer : LONGEST_REST;
            return new Turn(bounded, now.plus(bounded));
        }
    }

    /** @param atOnce how many get their turn at the same time */
    public Turns(int atOnce) {
        this.atOnce = atOnce;
    }

    /**
     * Those whose turn it is.
     *
     * @param due gives as many of those that are due as it is asked for, in a fixed order
     */
    public Seq<T> next(Instant now, IntFunction<Seq<T>> due) {
        Seq<T> found = due.apply(Math.min(had.size() + atOnce, REMEMBERED));
        Seq<T> next = found.filter(each -> had.get(each).forAll(turn -> !now.isBefore(turn.next())))
                .take(atOnce);
        Map<T, Turn> stillThere = found.foldLeft(
                HashMap.<T, Turn>empty(),
                (kept, each) -> had.get(each).map(turn -> kept.put(each, turn)).getOrElse(kept));
        had = next.foldLeft(
                stillThere,
                (kept, each) -> kept.put(
                        each, had.get(each).map(turn -> turn.following(now)).getOrElse(() -> Turn.first(now))));
        return next;
    }
}
