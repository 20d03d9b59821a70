package dev.carddelivery.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final Agenda agenda = new Agenda(clock, new Chance(1));
    private final List<String> done = new ArrayList<>();

    @Test
    void whatIsEarlierComesFirstAndAtItsMoment() {
        agenda.in(Duration.ofHours(2), () -> done.add("second at " + clock.instant()));
        agenda.in(Duration.ofHours(1), () -> done.add("first at " + clock.instant()));

        agenda.next();
        agenda.next();

        assertThat(done)
                .containsExactly(
                        "first at " + Samples.MORNING.plus(Duration.ofHours(1)),
                        "second at " + Samples.MORNING.plus(Duration.ofHours(2)));
    }

    @Test
    void ofTheSameMomentTheSeedDecides() {
        assertThat(orderOfTen(1)).isEqualTo(orderOfTen(1)).isNotEqualTo(orderOfTen(2));
    }

    @Test
    void aLookKeepsNobodyBusy() {
        agenda.aside(Duration.ZERO, () -> done.add("look"));
        assertThat(agenda.isBusy()).isFalse();

        agenda.in(Duration.ofHours(1), () -> done.add("work"));
        agenda.next();
        assertThat(agenda.isBusy()).isTrue();

        agenda.next();
        assertThat(agenda.isBusy()).isFalse();
        assertThat(done).containsExactly("look", "work");
    }

    private static Vector<Integer> orderOfTen(long seed) {
        Agenda some = new Agenda(new VirtualClock(Samples.MORNING), new Chance(seed));
        List<Integer> order = new ArrayList<>();
        Vector.range(0, 10).forEach(number -> some.in(Duration.ZERO, () -> order.add(number)));
        Vector.range(0, 10).forEach(number -> some.next());
        return Vector.ofAll(order);
    }
}
