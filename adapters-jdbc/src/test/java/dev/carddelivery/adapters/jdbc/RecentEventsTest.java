package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLog.Page;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private final OrderId order = Samples.newOrderId();
    private final RecentEvents recent = new RecentEvents();

    @Test
    void whatFollowsWithoutAGapIsKnown() {
        recent.add(7, List.of(event(1), event(2)));
        recent.add(8, List.of(event(3)));
        recent.add(10, List.of(event(4)));

        assertThat(recent.after(6, 10)).isEqualTo(new Page(Vector.of(event(1), event(2), event(3)), 8));
        assertThat(recent.after(7, 10)).isEqualTo(new Page(Vector.of(event(3)), 8));
        assertThat(recent.after(8, 10)).isEqualTo(new Page(Vector.empty(), 8));
        assertThat(recent.after(0, 10)).isEqualTo(new Page(Vector.empty(), 0));
    }

    @Test
    void aPageHoldsWholeBatchesUpToItsLimit() {
        recent.add(1, List.of(event(1), event(2)));
        recent.add(2, List.of(event(3)));

        assertThat(recent.after(0, 1)).isEqualTo(new Page(Vector.of(event(1), event(2)), 1));
        assertThat(recent.after(0, 2).place()).isEqualTo(1);
        assertThat(recent.after(0, 3).place()).isEqualTo(2);
    }

    @Test
    void theOldestIsForgottenFirstHoweverLateItWasRead() {
        for (int place = 5_000; place > 0; place--) {
            recent.add(place, List.of(event(place)));
        }

        assertThat(recent.after(4_999, 10).place()).isEqualTo(5_000);
        assertThat(recent.after(0, 10).place()).isZero();
        assertThat(recent.after(1_000, 5_000).events().size()).isEqualTo(4_000);
    }

    private RecordedEvent event(int version) {
        return new RecordedEvent(order, version, SampleEvents.noted("note"), Appends.BY);
    }
}
