package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.jdbc.Sequencing.Sequenced;
import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLog.Page;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private final OrderId order = Samples.newOrderId();
    private final RecentEvents recent = new RecentEvents();

    @Test
    void whatFollowsWithoutAGapIsKnown() {
        recent.read(7, Vector.of(event(1), event(2)));
        recent.read(8, Vector.of(event(3)));
        recent.read(10, Vector.of(event(4)));

        assertThat(recent.after(6, 10)).isEqualTo(new Page(Vector.of(event(1), event(2), event(3)), 8));
        assertThat(recent.after(7, 10)).isEqualTo(new Page(Vector.of(event(3)), 8));
        assertThat(recent.after(8, 10)).isEqualTo(new Page(Vector.empty(), 8));
        assertThat(recent.after(0, 10)).isEqualTo(new Page(Vector.empty(), 0));
    }

    @Test
    void aPageHoldsWholeBatchesUpToItsLimit() {
        recent.read(1, Vector.of(event(1), event(2)));
        recent.read(2, Vector.of(event(3)));

        assertThat(recent.after(0, 1)).isEqualTo(new Page(Vector.of(event(1), event(2)), 1));
        assertThat(recent.after(0, 2).place()).isEqualTo(1);
        assertThat(recent.after(0, 3).place()).isEqualTo(2);
    }

    @Test
    void theOldestIsForgottenFirstHoweverLateItWasRead() {
        for (int place = 5_000; place > 0; place--) {
            recent.read(place, Vector.of(event(place)));
        }

        assertThat(recent.after(4_999, 10).place()).isEqualTo(5_000);
        assertThat(recent.after(0, 10).place()).isZero();
        assertThat(recent.after(1_000, 5_000).events().size()).isEqualTo(4_000);
    }

    @Test
    void ownBatchesAreKnownOnceTheyHaveTheirPlaces() {
        recent.committed(20, Vector.of(event(1)));
        recent.committed(21, Vector.of(event(2)));
        assertThat(recent.after(0, 10).events()).isEmpty();

        recent.placed(Vector.of(new Sequenced(1, 20), new Sequenced(2, 19), new Sequenced(3, 21)));

        assertThat(recent.after(0, 10)).isEqualTo(new Page(Vector.of(event(1)), 1));
        assertThat(recent.after(1, 10)).isEqualTo(new Page(Vector.empty(), 1));
        assertThat(recent.after(2, 10)).isEqualTo(new Page(Vector.of(event(2)), 3));
    }

    @Test
    void ownBatchesThatAnotherInstancePlacesAreForgottenInTheEnd() {
        for (int batch = 1; batch <= 5_000; batch++) {
            recent.committed(batch, Vector.of(event(batch)));
        }
        recent.placed(Vector.of(new Sequenced(1, 1_000), new Sequenced(2, 1_001)));

        assertThat(recent.after(0, 10).events()).isEmpty();
        assertThat(recent.after(1, 10).events()).containsExactly(event(1_001));
    }

    private RecordedEvent event(int version) {
        return new RecordedEvent(order, version, SampleEvents.noted("note"), Appends.BY);
    }
}
