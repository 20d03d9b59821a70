package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.ReadModels;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ProjectorTest {

    private final InMemoryLog log = new InMemoryLog();
    private final ShownModels models = new ShownModels();
    private final RevisionTracker projector = new RevisionTracker(log, new Projector(models));

    @Test
    void ofEachOrderOnAPageTheLatestRevisionIsShown() {
        OrderStory one = keep(OrderStory.placed().produced());
        OrderStory two = keep(OrderStory.placed().approved());

        projector.accept(events());

        assertThat(models.shown).containsExactly(Vector.of(one.latest(), two.latest()));
    }

    @Test
    void pageByPageTheRevisionsGrow() {
        OrderStory story = keep(OrderStory.placed().produced());

        events().forEach(event -> projector.accept(List.of(event)));

        assertThat(models.shown)
                .containsExactlyElementsOf(story.history().after(0).map(Vector::of));
    }

    @Test
    void aRepeatedPageShowsTheSameAgain() {
        keep(OrderStory.placed().produced());

        projector.accept(events());
        projector.accept(events());

        assertThat(models.shown).hasSize(2);
        assertThat(models.shown.get(1)).isEqualTo(models.shown.get(0));
    }

    private OrderStory keep(OrderStory story) {
        story.history()
                .events()
                .forEach(recorded ->
                        log.append(story.id(), recorded.version() - 1, recorded.by(), List.of(recorded.event())));
        return story;
    }

    private Seq<RecordedEvent> events() {
        return log.readAfter(0, 1_000).events();
    }

    private static final class ShownModels implements ReadModels {

        private final java.util.List<Seq<OrderRevision>> shown = new ArrayList<>();

        @Override
        public void show(Seq<OrderRevision> revisions) {
            shown.add(revisions);
        }

        @Override
        public void clear() {
            throw new AssertionError("A projector clears nothing");
        }
    }
}
