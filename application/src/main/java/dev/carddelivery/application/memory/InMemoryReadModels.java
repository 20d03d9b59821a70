package dev.carddelivery.application.memory;

import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.port.DeadlineSearch;
import dev.carddelivery.application.port.OrderSearch;
import dev.carddelivery.application.port.ReadModels;
import dev.carddelivery.application.port.Slice;
import dev.carddelivery.application.port.UserSearch;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** Read models in memory: the latest revision of each order, searched from end to end. */
public final class InMemoryReadModels implements ReadModels, OrderSearch, UserSearch, DeadlineSearch {

    private Map<OrderId, OrderRevision> revisions = LinkedHashMap.empty();

    @Override
    public synchronized void show(Seq<OrderRevision> shown) {
        shown.forEach(revision -> revisions = revisions.put(revision.orderId(), revision, InMemoryReadModels::newer));
    }

    @Override
    public synchronized void clear() {
        revisions = LinkedHashMap.empty();
    }

    @Override
    public Slice<OrderSummary> find(OrderFilter filter, Option<String> cursor, int limit) {
        Seq<OrderSummary> found = all().filter(revision -> filter.owner().forAll(revision.owner()::equals))
                .filter(revision -> filter.status().forAll(status -> status == revision.status()))
                .map(InMemoryReadModels::summary);
        return Position.slice(
                found,
                order -> new Position(order.placedAt(), order.orderId().value().toString()),
                Position.NEWEST_FIRST,
                cursor,
                limit);
    }

    @Override
    public Slice<RegisteredUser> withCard(CardType type, Direction direction, Option<String> cursor, int limit) {
        Seq<RegisteredUser> found = all().groupBy(OrderRevision::owner)
                .values()
                .filter(orders -> orders.exists(order -> order.cardType() == type && isCurrent(order)))
                .map(orders -> new RegisteredUser(
                        orders.head().owner(),
                        orders.map(OrderRevision::placedAt).min().get()));
        return Position.slice(
                found,
                user -> new Position(user.registeredAt(), user.userId().value()),
                direction == Direction.OLDEST_FIRST ? Position.OLDEST_FIRST : Position.NEWEST_FIRST,
                cursor,
                limit);
    }

    @Override
    public Seq<Due> dueBy(Instant now, int limit) {
        return all().flatMap(revision ->
                        revision.order().dossier().deadline().map(deadline -> new Due(revision.orderId(), deadline)))
                .filter(due -> !due.deadline().due().isAfter(now))
                .sortBy(due -> due.deadline().due())
                .take(limit);
    }

    private synchronized Seq<OrderRevision> all() {
        return Vector.ofAll(revisions.values());
    }

    private static OrderRevision newer(OrderRevision one, OrderRevision other) {
        return one.version() < other.version() ? other : one;
    }

    private static OrderSummary summary(OrderRevision revision) {
        Order.Placed order = revision.order();
        return new OrderSummary(
                revision.orderId(),
                revision.owner(),
                revision.status(),
                revision.version(),
                revision.placedAt(),
                revision.since(),
                order.dossier().purpose(),
                revision.cardType(),
                order.dossier().content().card().paymentSystem(),
                order.madeCard().map(Plastic::last4),
                order.dossier().attention().map(Attention::reason));
    }

    private static boolean isCurrent(OrderRevision revision) {
        return !revision.status().isFinal();
    }
}
