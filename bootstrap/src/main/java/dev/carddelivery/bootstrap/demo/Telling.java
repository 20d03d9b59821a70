package dev.carddelivery.bootstrap.demo;

import dev.carddelivery.adapters.http.demo.Behaviour;
import io.vavr.collection.List;
import io.vavr.control.Option;

/**
 * What a partner tells at a step, as it was told to behave.
 *
 * @param steps whose reports are told now, in this order
 * @param contradicted whether something else is told after that
 * @param heldBack the step whose report is told with the next one
 */
record Telling(List<Integer> steps, boolean contradicted, Option<Integer> heldBack) {

    /**
     * What is told at {@code step}.
     *
     * @param last whether no step follows, so that nothing can be held back
     * @param waiting the report that was held back at the step before
     */
    static Telling at(int step, boolean last, Option<Integer> waiting, Behaviour behaviour, Chance chance) {
        List<Integer> overdue = List.ofAll(waiting);
        if (chance.of("lost", behaviour.lost())) {
            return new Telling(overdue, false, Option.none());
        }
        if (!last && waiting.isEmpty() && chance.of("reordered", behaviour.reordered())) {
            return new Telling(overdue, false, Option.some(step));
        }
        int times = chance.of("repeated", behaviour.repeated()) ? 2 : 1;
        boolean contradicted = chance.of("contradictory", behaviour.contradictory());
        return new Telling(List.fill(times, step).appendAll(overdue), contradicted, Option.none());
    }
}
