package dev.carddelivery.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.demo.Behaviour;
import io.vavr.collection.List;
import io.vavr.collection.Stream;
import io.vavr.control.Option;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class TellingTest {

    private static final Chance CHANCE = new Chance(UUID.randomUUID(), 1, 2);

    @Test
    void usuallyEachReportIsToldOnce() {
        assertThat(tell(Option.none(), Behaviour.NORMAL)).isEqualTo(new Telling(List.of(2), false, Option.none()));
    }

    @Test
    void aLostReportIsNotTold() {
        Behaviour loses = new Behaviour(0, 1, 1, 1, 1, 0, Option.none());

        assertThat(tell(Option.none(), loses)).isEqualTo(new Telling(List.empty(), false, Option.none()));
    }

    @Test
    void aRepeatedReportIsToldTwice() {
        Behaviour repeats = new Behaviour(0, 0, 1, 0, 0, 0, Option.none());

        assertThat(tell(Option.none(), repeats)).isEqualTo(new Telling(List.of(2, 2), false, Option.none()));
    }

    @Test
    void aContradictionFollowsTheReport() {
        Behaviour contradicts = new Behaviour(0, 0, 0, 0, 1, 0, Option.none());

        assertThat(tell(Option.none(), contradicts)).isEqualTo(new Telling(List.of(2), true, Option.none()));
    }

    @Test
    void aReportIsHeldBackUntilTheNextOneIsTold() {
        Behaviour reorders = new Behaviour(0, 0, 0, 1, 0, 0, Option.none());

        assertThat(tell(Option.none(), reorders)).isEqualTo(new Telling(List.empty(), false, Option.some(2)));
        assertThat(tell(Option.some(1), reorders)).isEqualTo(new Telling(List.of(2, 1), false, Option.none()));
        assertThat(Telling.at(2, true, Option.none(), reorders, CHANCE))
                .as("the last one has none to wait for")
                .isEqualTo(new Telling(List.of(2), false, Option.none()));
    }

    @Test
    void whatIsHeldBackIsToldAlsoWhenTheNextOneIsLost() {
        Behaviour loses = new Behaviour(0, 1, 0, 0, 0, 0, Option.none());

        assertThat(tell(Option.some(1), loses)).isEqualTo(new Telling(List.of(1), false, Option.none()));
    }

    @Test
    void aChanceIsTheSameOnEveryLookAndAnotherOneForEachRequestAskingStepAndMishap() {
        assertThat(hits(number -> new Chance(new UUID(0, number), 1, 1).of("lost", 0.3)))
                .isEqualTo(hits(number -> new Chance(new UUID(0, number), 1, 1).of("lost", 0.3)))
                .isBetween(250, 350);
        assertThat(hits(number -> new Chance(CHANCE.requestId(), number, 1).of("lost", 0.3)))
                .isBetween(250, 350);
        assertThat(hits(number -> new Chance(CHANCE.requestId(), 1, number).of("lost", 0.3)))
                .isBetween(250, 350);
        assertThat(hits(number -> CHANCE.of("mishap " + number, 0.3))).isBetween(250, 350);
        assertThat(hits(number -> CHANCE.of("mishap " + number, 0))).isZero();
        assertThat(hits(number -> CHANCE.of("mishap " + number, 1))).isEqualTo(1_000);
    }

    private static int hits(IntPredicate chance) {
        return Stream.range(0, 1_000).count(chance::test);
    }

    private static Telling tell(Option<Integer> waiting, Behaviour behaviour) {
        return Telling.at(2, false, waiting, behaviour, CHANCE);
    }
}
