package dev.carddelivery.application.port;

import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.person.UserId;
import io.vavr.control.Option;
import java.time.Instant;

/** Finds customers by their cards, as far as the read models have come. */
public interface UserSearch {

    /**
     * The customers who have a card of this type or one on its way, each once, by registration; ended orders do not
     * count.
     *
     * @throws IllegalArgumentException when {@code cursor} is none that this search has given
     */
    Slice<RegisteredUser> withCard(CardType type, Direction direction, Option<String> cursor, int limit);

    /**
     * A customer in a list.
     *
     * @param userId who
     * @param registeredAt when the customer's first order was recorded here
     */
    record RegisteredUser(UserId userId, Instant registeredAt) {}

    /** In which direction the registrations are sorted. */
    enum Direction {
        OLDEST_FIRST,
        NEWEST_FIRST
    }
}
