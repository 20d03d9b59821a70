package dev.carddelivery.application.order;

import dev.carddelivery.domain.order.OrderEvent;
import io.vavr.collection.Seq;

/**
 * What a fulfilled wish is answered with. A wish that caused something is on record, so the same one gets an equal
 * answer for ever, but for {@code replayed}; one that caused nothing is answered by what is, each time.
 *
 * @param revision the order as of the first answer
 * @param caused the events it caused; none when the order already was as wished
 * @param replayed whether it had been fulfilled before
 */
public record Answer(OrderRevision revision, Seq<OrderEvent> caused, boolean replayed) {}
