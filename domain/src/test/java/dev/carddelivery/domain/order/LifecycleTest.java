package dev.carddelivery.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.testing.ComparedJourney;
import dev.carddelivery.domain.testing.Examples;
import dev.carddelivery.domain.testing.LifecycleModel;
import dev.carddelivery.domain.testing.LifecycleTable;
import dev.carddelivery.domain.testing.LifecycleTable.Transition;
import dev.carddelivery.domain.testing.Move;
import io.vavr.collection.HashSet;
import io.vavr.collection.Queue;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/**
 * The decider against the reference model: every move from every state that can be reached. There are few enough states
 * to leave nothing to chance.
 */
class LifecycleTest {

    @Test
    void everyStatusCanBeReached() {
        assertThat(explore().states().flatMap(LifecycleModel::status)).containsExactlyInAnyOrder(Status.values());
    }

    @Test
    void everyChangeOfStatusInTheTableHappensAndNoOther() {
        assertThat(explore().transitions()).containsExactlyInAnyOrderElementsOf(LifecycleTable.transitions());
    }

    @Test
    void everyStatusCanBeLeftUnlessItIsFinal() {
        Set<Status> left = explore().transitions().map(Transition::from);
        assertThat(Status.values())
                .allSatisfy(status -> assertThat(left.contains(status)).isEqualTo(!status.isFinal()));
    }

    /** What was met on the way. */
    private record Explored(Set<LifecycleModel> states, Set<Transition> transitions) {}

    /** Makes every move from every state that can be reached; each is compared with the model. */
    private static Explored explore() {
        Set<Transition> transitions = HashSet.empty();
        Set<LifecycleModel> states = HashSet.of(LifecycleModel.UNPLACED);
        Queue<ComparedJourney> ahead = Queue.of(ComparedJourney.of(Examples.MATERIAL));
        while (!ahead.isEmpty()) {
            ComparedJourney here = ahead.head();
            ahead = ahead.tail();
            for (Move move : Move.values()) {
                ComparedJourney there = here.make(move);
                transitions = transitions.addAll(transition(here, there));
                if (!states.contains(there.model())) {
                    states = states.add(there.model());
                    ahead = ahead.enqueue(there);
                }
            }
        }
        return new Explored(states, transitions);
    }

    private static Option<Transition> transition(ComparedJourney here, ComparedJourney there) {
        return here.life()
                .status()
                .flatMap(from -> there.life().status().map(to -> new Transition(from, to)))
                .filter(step -> step.from() != step.to());
    }
}
