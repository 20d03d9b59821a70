package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.process.PartnerRequest.Kind;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class PartnerProcessTest {

    private final InMemoryLog log = new InMemoryLog();
    private final java.util.List<Seq<PartnerRequest>> sent = new ArrayList<>();
    private final PartnerProcess process = new PartnerProcess(log, sent::add);

    @Test
    void aPageOfEventsIsOneHandOverInTheOrderOfTheLog() {
        OrderStory story = keep(OrderStory.placed().dispatched().cancelled());

        process.accept(story.history().events());

        assertThat(sent)
                .singleElement()
                .satisfies(requests -> assertThat(requests)
                        .containsExactly(
                                new PartnerRequest(story.id(), 1, Kind.IDENTITY_CHECK),
                                new PartnerRequest(story.id(), 4, Kind.CARD_PRODUCE),
                                new PartnerRequest(story.id(), 5, Kind.PARCEL_DISPATCH),
                                new PartnerRequest(story.id(), 7, Kind.CARD_BLOCK),
                                new PartnerRequest(story.id(), 7, Kind.PARCEL_RECALL)));
    }

    @Test
    void nobodyIsTroubledWithNothing() {
        OrderStory story = keep(OrderStory.placed().approved());

        process.accept(story.history().events().tail());

        assertThat(sent).isEmpty();
    }

    @Test
    void aRepeatedPageMakesTheSameRequests() {
        Vector<RecordedEvent> page =
                keep(OrderStory.placed().produced().cancelled()).history().events();

        process.accept(page);
        process.accept(page.drop(3));

        assertThat(sent.get(1).map(PartnerRequest::id))
                .isEqualTo(sent.get(0).map(PartnerRequest::id).drop(1));
    }

    private OrderStory keep(OrderStory story) {
        story.history()
                .events()
                .forEach(recorded ->
                        log.append(story.id(), recorded.version() - 1, recorded.by(), List.of(recorded.event())));
        return story;
    }
}
