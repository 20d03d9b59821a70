package dev.carddelivery.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.testing.ComparedJourney;
import dev.carddelivery.domain.testing.Examples;
import dev.carddelivery.domain.testing.LifecycleModel;
import dev.carddelivery.domain.testing.LifecycleTable;
import dev.carddelivery.domain.testing.LifecycleTable.Transition;
import dev.carddelivery.domain.testing.Move;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Queue;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The decider against the reference model: every move from every state that can be reached. There are few enough states
 * to leave nothing to chance.
 */
class LifecycleTest {

    private static Set<Transition> transitions = HashSet.empty();
    private static Set<LifecycleModel> states = HashSet.of(LifecycleModel.UNPLACED);

    @BeforeAll
    static void makeEveryMoveFromEveryStateAndCompare() {
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
    }

    @Test
    void everyStatusCanBeReached() {
        assertThat(states.flatMap(LifecycleModel::status)).containsExactlyInAnyOrder(Status.values());
    }

    @Test
    void everyChangeOfStatusInTheTableHappensAndNoOther() {
        assertThat(transitions).containsExactlyInAnyOrderElementsOf(LifecycleTable.transitions());
    }

    @Test
    void aFinalStatusIsNeverLeft() {
        assertThat(List.ofAll(transitions).map(Transition::from)).noneMatch(Status::isFinal);
    }

    @Test
    void everyOtherStatusCanBeLeft() {
        Set<Status> left = transitions.map(Transition::from);
        assertThat(List.of(Status.values()).reject(Status::isFinal)).allMatch(left::contains);
    }

    private static Option<Transition> transition(ComparedJourney here, ComparedJourney there) {
        return here.life()
                .status()
                .flatMap(from -> there.life().status().map(to -> new Transition(from, to)))
                .filter(step -> step.from() != step.to());
    }
}
