package dev.carddelivery.application.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.testing.Examples;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderHistoryTest {

    /**
     * Placed (1), approved by two events (2, 3), in production (4), produced (5), dispatched (6), a failed visit (7).
     */
    private final OrderStory story = OrderStory.placed().dispatched().attemptFailed();

    private final OrderHistory history = story.history();

    @Test
    void anOrderThatNobodyPlacedHasNoPastAndNoPresent() {
        assertThat(OrderHistory.NONE.latest()).isEmpty();
        assertThat(OrderHistory.NONE.at(1)).isEmpty();
        assertThat(OrderHistory.NONE.asOf(Samples.MORNING)).isEmpty();
        assertThat(OrderHistory.NONE.after(0)).isEmpty();
        assertThat(OrderHistory.NONE.placed()).isEmpty();
    }

    @Test
    void everyVersionCanBeSeen() {
        assertThat(history.at(1).get().status()).isEqualTo(Status.VERIFYING);
        assertThat(history.at(4).get().status()).isEqualTo(Status.IN_PRODUCTION);
        assertThat(history.at(7)).isEqualTo(history.latest());
        assertThat(history.at(0)).isEmpty();
        assertThat(history.at(8)).isEmpty();
    }

    @Test
    void everyMomentCanBeSeen() {
        Instant produced = history.events().get(4).by().now();

        assertThat(history.asOf(produced)).isEqualTo(history.at(5));
        assertThat(history.asOf(produced.minusNanos(1))).isEqualTo(history.at(4));
        assertThat(history.asOf(story.now().plusSeconds(1))).isEqualTo(history.latest());
        assertThat(history.asOf(Samples.MORNING.minusNanos(1))).isEmpty();
    }

    @Test
    void whatFollowedAVersionIsSeenInOrder() {
        assertThat(history.after(0).map(OrderRevision::version)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(history.after(5).map(OrderRevision::version)).containsExactly(6, 7);
        assertThat(history.after(7)).isEmpty();
    }

    @Test
    void theEventsOfOneCommandAreFoundByItsName() {
        CommandId identity = history.events().get(1).by().commandId();

        assertThat(history.causedBy(identity)).isEqualTo(history.events().slice(1, 3));
        assertThat(history.causedBy(new CommandId(identity.value(), "asked for something else")))
                .isEqualTo(history.events().slice(1, 3));
        assertThat(history.causedBy(Samples.newCommandId())).isEmpty();
    }

    @Test
    void theFirstWishStaysKnown() {
        assertThat(history.placed().get().content()).isEqualTo(Examples.CONTENT);
    }

    @Test
    void aStatusLastsFromWhenItWasAssertedUntilTheNext() {
        OrderRevision first = history.at(1).get();
        OrderRevision identityMet = history.at(2).get();
        OrderRevision approved = history.at(3).get();

        assertThat(identityMet.since()).isEqualTo(first.since()).isEqualTo(Samples.MORNING);
        assertThat(identityMet.assertedBy()).isEqualTo(Samples.customer(Samples.ANNA));
        assertThat(approved.since()).isEqualTo(history.events().get(2).by().happenedAt());
        assertThat(approved.since()).isNotEqualTo(history.events().get(2).by().now());
        assertThat(approved.assertedBy()).isEqualTo(Samples.partner(Actor.Role.IDENTITY));
        assertThat(approved.placedAt()).isEqualTo(Samples.MORNING);
    }
}
