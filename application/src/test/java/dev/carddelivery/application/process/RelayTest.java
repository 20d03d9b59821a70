package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.memory.InMemoryLog;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.OutgoingMessage.OrderNews;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.order.RecordedEvent;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RelayTest {

    private final InMemoryLog log = new InMemoryLog();
    private final java.util.List<Seq<OutgoingMessage>> published = new ArrayList<>();
    private final RevisionTracker relay = new RevisionTracker(log, new Relay(published::add));

    @Test
    void everyEventIsToldAndThenWhatItAsksFor() {
        OrderStory story = keep(OrderStory.placed().dispatched().cancelled());

        relay.accept(story.history().events());

        assertThat(published)
                .singleElement()
                .satisfies(messages -> assertThat(messages.map(RelayTest::inShort))
                        .containsExactly(
                                "1 news",
                                "1 IDENTITY_CHECK",
                                "1 CUSTOMER_NOTIFY",
                                "2 news",
                                "3 news",
                                "3 CUSTOMER_NOTIFY",
                                "4 news",
                                "4 CARD_PRODUCE",
                                "5 news",
                                "5 PARCEL_DISPATCH",
                                "6 news",
                                "6 CUSTOMER_NOTIFY",
                                "7 news",
                                "7 CARD_BLOCK",
                                "7 PARCEL_RECALL",
                                "7 CUSTOMER_NOTIFY"));
    }

    @Test
    void aMessageHoldsItsEventAndTheOrderRightAfterIt() {
        OrderStory story = keep(OrderStory.placed().approved());

        relay.accept(story.history().events());

        assertThat(published.getFirst()).allSatisfy(message -> {
            int version = message.cause().version();
            assertThat(message.cause()).isEqualTo(story.history().events().get(version - 1));
            assertThat(message.after()).isEqualTo(story.history().at(version).get());
            assertThat(message.orderId()).isEqualTo(story.id());
        });
    }

    @Test
    void aRepeatedPageMakesTheSameMessagesUnderTheSameNames() {
        Vector<RecordedEvent> page =
                keep(OrderStory.placed().produced().cancelled()).history().events();

        relay.accept(page);
        relay.accept(page.drop(3));

        int again = published.get(1).size();
        assertThat(published.get(1)).isEqualTo(published.get(0).takeRight(again));
        assertThat(published.get(0).map(OutgoingMessage::id)).doesNotHaveDuplicates();
    }

    @Test
    void newsAndRequestsOfOneEventHaveDifferentNames() {
        OrderStory story = keep(OrderStory.placed());

        relay.accept(story.history().events());

        assertThat(published.getFirst().filter(OrderNews.class::isInstance).map(OutgoingMessage::id))
                .doesNotContainAnyElementsOf(
                        List.of(Kind.values()).map(kind -> new PartnerRequest(story.id(), 1, kind).id()));
    }

    private static String inShort(OutgoingMessage message) {
        return message.cause().version() + " "
                + switch (message) {
                    case OrderNews news -> "news";
                    case OutgoingMessage.Request request -> request.request().kind();
                };
    }

    private OrderStory keep(OrderStory story) {
        story.history()
                .events()
                .forEach(recorded ->
                        log.append(story.id(), recorded.version() - 1, recorded.by(), List.of(recorded.event())));
        return story;
    }
}
