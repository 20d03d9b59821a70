package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.order.OrderHistory;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.OrderStore;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RevisionTrackerTest {

    private final OrderStory story = OrderStory.placed().delivered();
    private final Vector<OrderRevision> revisions = Vector.ofAll(story.history().after(0));
    private final CountingStore store = new CountingStore(story);
    private final java.util.List<Transition> seen = new ArrayList<>();
    private final RevisionTracker tracker = new RevisionTracker(store, page -> seen.addAll(page.asJava()), 100, 3_000);

    @Test
    void aWholeHistoryIsFollowedWithoutReadingAnything() {
        assertThat(follow(story.history().events())).isEqualTo(revisions);
        assertThat(store.loads).isZero();
    }

    @Test
    void whoBeginsInTheMiddleReadsOnce() {
        assertThat(follow(story.history().events().drop(3))).isEqualTo(revisions.drop(3));
        assertThat(store.loads).isEqualTo(1);
    }

    @Test
    void whatIsNotRememberedOfAPagesOrdersIsReadTogether() {
        OrderStory other = OrderStory.placed().delivered();
        CountingStore both = new CountingStore(story, other);

        Vector<OrderRevision> followed = follow(
                new RevisionTracker(both, page -> seen.addAll(page.asJava())),
                story.history()
                        .events()
                        .drop(3)
                        .zip(other.history().events().drop(3))
                        .flatMap(pair -> Vector.of(pair._1, pair._2)));

        assertThat(followed.filter(revision -> revision.orderId().equals(story.id())))
                .isEqualTo(revisions.drop(3));
        assertThat(followed.filter(revision -> revision.orderId().equals(other.id())))
                .isEqualTo(Vector.ofAll(other.history().after(3)));
        assertThat(both.reads).isEqualTo(1);
    }

    @Test
    void aRepeatedPageGivesTheSameRevisions() {
        follow(story.history().events());

        assertThat(follow(story.history().events())).isEqualTo(revisions);
        assertThat(follow(story.history().events().drop(2))).isEqualTo(revisions.drop(2));
    }

    @Test
    void aGapIsReadOver() {
        follow(story.history().events().take(2));

        assertThat(follow(story.history().events().drop(4))).isEqualTo(revisions.drop(4));
        assertThat(store.loads).isEqualTo(1);
    }

    @Test
    void aRevisionIsThatOfItsEventAlsoWhenTheHistoryIsLonger() {
        RecordedEvent third = story.history().events().get(2);

        assertThat(after(third)).isEqualTo(revisions.get(2));
    }

    @Test
    void anEventThatTheHistoryDoesNotKnowIsAnError() {
        OrderId unknown = Samples.newOrderId();
        RecordedEvent stray = new RecordedEvent(
                unknown,
                2,
                SampleEvents.noted("stray"),
                story.history().events().head().by());

        assertThatThrownBy(() -> after(stray))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(unknown.value().toString());
    }

    @Test
    void ofManyOrdersTheLongestUnseenAreForgottenAndReadAgain() {
        RecordedEvent first = story.history().events().get(0);
        RecordedEvent second = story.history().events().get(1);
        after(first);
        strangers(100, first.by()).forEach(this::after);
        assertThat(store.loads).isZero();

        assertThat(after(second)).isEqualTo(revisions.get(1));
        assertThat(store.loads).isEqualTo(1);
    }

    @Test
    void inABacklogMoreAreRemembered() {
        RecordedEvent first = story.history().events().get(0);
        RecordedEvent second = story.history().events().get(1);
        after(first);
        follow(strangers(2_000, first.by()));

        follow(strangers(1_999, first.by()).prepend(second));
        assertThat(store.loads).isZero();

        follow(strangers(1, first.by()));
        after(story.history().events().get(2));
        assertThat(store.loads).isEqualTo(1);
    }

    @Test
    void anOrderAtItsEndIsForgottenButOnlyAfterItsPage() {
        OrderStory active =
                OrderStory.placed().delivered().activated(Samples.PROOF).reported(new IdentityReport.Passed());
        CountingStore ended = new CountingStore(active);
        RevisionTracker follower = new RevisionTracker(ended, page -> seen.addAll(page.asJava()));
        Vector<RecordedEvent> events = active.history().events();

        assertThat(follow(follower, events))
                .isEqualTo(Vector.ofAll(active.history().after(0)));
        assertThat(ended.loads).isZero();

        follow(follower, events.takeRight(1));
        assertThat(ended.loads).isEqualTo(1);
    }

    private static Vector<RecordedEvent> strangers(int count, Provenance by) {
        return Vector.fill(count, Samples::newOrderId)
                .map(other -> new RecordedEvent(other, 1, SampleEvents.placed(other), by));
    }

    private Vector<OrderRevision> follow(Vector<RecordedEvent> events) {
        return follow(tracker, events);
    }

    private Vector<OrderRevision> follow(RevisionTracker follower, Vector<RecordedEvent> events) {
        seen.clear();
        follower.accept(events);
        assertThat(seen).extracting(Transition::event).containsExactlyElementsOf(events);
        return Vector.ofAll(seen).map(Transition::after);
    }

    private OrderRevision after(RecordedEvent event) {
        return follow(Vector.of(event)).head();
    }

    private static final class CountingStore implements OrderStore {

        private final Vector<OrderStory> stories;
        private int loads;
        private int reads;

        private CountingStore(OrderStory... stories) {
            this.stories = Vector.of(stories);
        }

        @Override
        public OrderHistory load(OrderId orderId) {
            loads++;
            return stories.find(story -> story.id().equals(orderId))
                    .map(OrderStory::history)
                    .getOrElse(OrderHistory.NONE);
        }

        @Override
        public Map<OrderId, OrderHistory> loadUpTo(Map<OrderId, Integer> versions) {
            reads++;
            return OrderStore.super.loadUpTo(versions);
        }

        @Override
        public boolean append(OrderId orderId, int expectedVersion, Provenance by, List<OrderEvent> events) {
            throw new AssertionError("A tracker only reads");
        }
    }
}
