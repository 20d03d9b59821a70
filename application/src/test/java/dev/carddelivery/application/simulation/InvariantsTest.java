package dev.carddelivery.application.simulation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderEvent.ReportNoted;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

/** What the simulated worlds are watched for is seen where it happens. */
class InvariantsTest {

    private static final OrderEvent NOTHING = new OrderEvent.ReportNoted("courier.lost", ReportNoted.Reason.LATE);
    private static final OrderEvent BACK_TO_THE_BUREAU = new OrderEvent.ProductionRequested(Samples.MORNING);

    private final InMemoryLog log = new InMemoryLog();
    private final Invariants invariants = new Invariants(new Nature(1), log);
    private final OrderStory story = OrderStory.placed().delivered();

    @Test
    void aStoryAsItShouldBeBreaksNothing() {
        keep(story);

        assertThatCode(invariants::check).doesNotThrowAnyException();
    }

    @Test
    void anOrderMustNotGoBackwards() {
        keep(story);
        append(BACK_TO_THE_BUREAU, Samples.newCommandId());

        assertThatThrownBy(invariants::check)
                .isInstanceOf(Violation.class)
                .hasMessageContaining("went from DELIVERED to IN_PRODUCTION");
    }

    @Test
    void anOrderMustNotBePlacedTwice() {
        keep(story);
        append(story.eventsFrom(1).head(), Samples.newCommandId());

        assertThatThrownBy(invariants::check)
                .isInstanceOf(Violation.class)
                .hasMessageContaining("is placed once and first");
    }

    @Test
    void aCommandMustNotHaveTwoEffects() {
        keep(story);
        append(NOTHING, story.history().events().get(1).by().commandId());

        assertThatThrownBy(invariants::check).isInstanceOf(Violation.class).hasMessageContaining("did the same twice");
    }

    @Test
    void aCardMustNotBeMadeTwiceNorUnasked() {
        PartnerRequest request = new PartnerRequest(story.id(), 4, Kind.CARD_PRODUCE);
        assertThatThrownBy(() -> invariants.made(request)).isInstanceOf(Violation.class);
        keep(story);
        invariants.check();

        invariants.made(request);

        assertThatThrownBy(() -> invariants.made(request)).isInstanceOf(Violation.class);
        assertThatThrownBy(() -> invariants.made(new PartnerRequest(story.id(), 5, Kind.CARD_PRODUCE)))
                .isInstanceOf(Violation.class);
    }

    private void keep(OrderStory told) {
        told.history()
                .events()
                .forEach(recorded ->
                        log.append(told.id(), recorded.version() - 1, recorded.by(), List.of(recorded.event())));
    }

    private void append(OrderEvent event, CommandId command) {
        Provenance by = new Provenance(command, Actor.CLOCK, Samples.MORNING, Samples.MORNING);
        log.append(story.id(), story.latest().version(), by, List.of(event));
    }
}
