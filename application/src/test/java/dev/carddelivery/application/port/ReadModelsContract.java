package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.order.OrderRevision;
import dev.carddelivery.application.port.DeadlineSearch.Due;
import dev.carddelivery.application.port.OrderSearch.OrderFilter;
import dev.carddelivery.application.port.OrderSearch.OrderSummary;
import dev.carddelivery.application.port.UserSearch.Direction;
import dev.carddelivery.application.port.UserSearch.RegisteredUser;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.card.Plastic;
import dev.carddelivery.domain.order.Attention;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.person.UserId;
import dev.carddelivery.domain.testing.Examples;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link ReadModels} and the searches over them do. */
public abstract class ReadModelsContract {

    private static final OrderFilter ALL = new OrderFilter(Option.none(), Option.none());

    private ReadModels readModels;
    private OrderSearch orders;
    private UserSearch users;
    private DeadlineSearch deadlines;

    /** Read models, and what searches them. */
    public record Tables(ReadModels readModels, OrderSearch orders, UserSearch users, DeadlineSearch deadlines) {}

    /** Tables that show nothing yet; asked for once in each test. */
    protected abstract Tables emptyTables() throws Exception;

    @BeforeEach
    void open() throws Exception {
        Tables tables = emptyTables();
        readModels = tables.readModels();
        orders = tables.orders();
        users = tables.users();
        deadlines = tables.deadlines();
    }

    // What is shown of one order.

    @Test
    void aPlacedOrderIsShown() {
        OrderStory story = OrderStory.placed();

        show(story);

        assertThat(orders.find(ALL, Option.none(), 10))
                .isEqualTo(new Slice<>(Vector.of(summary(story)), Option.none()));
    }

    @Test
    void everyStageIsShown() {
        OrderStory begun = OrderStory.placed();
        List<OrderStory> stages = List.of(
                begun,
                begun.reported(new IdentityReport.Failed(IdentityReport.Reason.POLICY)),
                begun.cancelled(),
                begun.deadlinePassed(),
                begun.approved(),
                begun.inProduction(),
                begun.inProduction().reported(new BureauReport.Rejected(BureauReport.Reason.OTHER)),
                begun.inProduction().cancelled(),
                begun.produced(),
                begun.dispatched(),
                begun.dispatched().attemptFailed(),
                begun.dispatched().attemptFailed().cancelled(),
                begun.delivered(),
                begun.delivered().activated(Samples.PROOF),
                begun.delivered().activated(Samples.PROOF).deadlinePassed());

        stages.forEach(stage -> {
            readModels.clear();
            show(stage);
            assertThat(found(ALL)).containsExactly(summary(stage));
        });
    }

    @Test
    void aLaterRevisionReplacesAnEarlierOne() {
        OrderStory story = OrderStory.placed();
        show(story);
        show(story.approved());

        show(story.produced());

        assertThat(found(ALL)).containsExactly(summary(story.produced()));
    }

    @Test
    void aRevisionThatIsNotNewerChangesNothing() {
        OrderStory story = OrderStory.placed();
        show(story.produced());

        show(story);
        show(story.approved());

        assertThat(found(ALL)).containsExactly(summary(story.produced()));
        assertThat(dueIn(Duration.ofDays(1_000))).containsExactly(running(story.produced()));
    }

    @Test
    void aRepetitionChangesNothing() {
        OrderStory one = OrderStory.placed();
        OrderStory two = OrderStory.placed().delivered();
        show(one, two);
        Vector<OrderSummary> before = found(ALL);

        show(one, two);
        show(two);

        assertThat(found(ALL)).isEqualTo(before).hasSize(2);
        assertThat(withCard(CardType.CREDIT, Direction.OLDEST_FIRST)).hasSize(1);
    }

    @Test
    void newAndOldRevisionsMayComeTogether() {
        OrderStory behind = OrderStory.placed();
        OrderStory ahead = OrderStory.placed();
        show(behind, ahead.approved());

        show(behind.approved(), ahead);

        assertThat(found(ALL)).containsExactlyInAnyOrder(summary(behind.approved()), summary(ahead.approved()));
    }

    @Test
    void clearedTablesShowNothingUntilTheyAreFilledAnew() {
        OrderStory story = OrderStory.placed();
        show(story.approved());
        assertThat(found(ALL)).hasSize(1);

        readModels.clear();

        assertThat(found(ALL)).isEmpty();
        assertThat(withCard(CardType.CREDIT, Direction.OLDEST_FIRST)).isEmpty();
        assertThat(dueIn(Duration.ofDays(1_000))).isEmpty();
        show(story);
        assertThat(found(ALL)).containsExactly(summary(story));
        assertThat(withCard(CardType.CREDIT, Direction.OLDEST_FIRST)).hasSize(1);
        assertThat(dueIn(Duration.ofDays(1_000))).containsExactly(running(story));
    }

    // Orders.

    @Test
    void theNewestOrderComesFirst() {
        OrderStory second = placedAfter(Duration.ofNanos(1_000));
        OrderStory first = placedAfter(Duration.ZERO);
        OrderStory third = placedAfter(Duration.ofHours(1));
        show(second, first.delivered(), third);

        assertThat(found(ALL)).containsExactly(summary(third), summary(second), summary(first.delivered()));
    }

    @Test
    void ordersAreFoundByOwner() {
        OrderStory annas = OrderStory.placed(Samples.MORNING, Samples.ANNA, Examples.CONTENT);
        OrderStory boriss = OrderStory.placed(Samples.MORNING, Samples.BORIS, Examples.CONTENT);
        show(annas, boriss);

        assertThat(found(new OrderFilter(Option.some(Samples.BORIS), Option.none())))
                .containsExactly(summary(boriss));
        assertThat(found(new OrderFilter(Option.some(new UserId("nobody")), Option.none())))
                .isEmpty();
    }

    @Test
    void ordersAreFoundByTheirPresentStatus() {
        OrderStory verifying = OrderStory.placed();
        OrderStory delivered = OrderStory.placed();
        show(verifying, delivered);
        show(delivered.delivered());

        assertThat(found(new OrderFilter(Option.none(), Option.some(Status.DELIVERED))))
                .containsExactly(summary(delivered.delivered()));
        assertThat(found(new OrderFilter(Option.none(), Option.some(Status.VERIFYING))))
                .containsExactly(summary(verifying));
    }

    @Test
    void ordersAreFoundByOwnerAndStatus() {
        OrderStory annas = OrderStory.placed(Samples.MORNING, Samples.ANNA, Examples.CONTENT);
        OrderStory annasApproved = OrderStory.placed(Samples.MORNING, Samples.ANNA, Examples.CONTENT);
        OrderStory boriss = OrderStory.placed(Samples.MORNING, Samples.BORIS, Examples.CONTENT);
        show(annas, annasApproved.approved(), boriss.approved());

        assertThat(found(new OrderFilter(Option.some(Samples.ANNA), Option.some(Status.APPROVED))))
                .containsExactly(summary(annasApproved.approved()));
    }

    @Test
    void pagesOfOrdersHoldEachOnceEvenWherePlacedAtTheSameMoment() {
        Vector<OrderStory> placed = Vector.range(0, 25).map(number -> placedAfter(Duration.ofHours(number / 10)));
        show(placed.toJavaArray(OrderStory[]::new));
        Vector<OrderSummary> whole = found(ALL);

        assertThat(whole).hasSize(25);
        for (int limit : List.of(1, 3, 5, 25)) {
            assertThat(paged(cursor -> orders.find(ALL, cursor, limit), limit)).isEqualTo(whole);
        }
    }

    @Test
    void pagesOfOrdersKeepToTheFilter() {
        Vector<OrderStory> annas = Vector.fill(5, OrderStory::placed);
        Vector<OrderStory> boriss =
                Vector.fill(5, () -> OrderStory.placed(Samples.MORNING, Samples.BORIS, Examples.CONTENT));
        show(annas.appendAll(boriss).toJavaArray(OrderStory[]::new));
        OrderFilter borissOnly = new OrderFilter(Option.some(Samples.BORIS), Option.some(Status.VERIFYING));

        assertThat(paged(cursor -> orders.find(borissOnly, cursor, 2), 2))
                .containsExactlyInAnyOrderElementsOf(boriss.map(ReadModelsContract::summary));
    }

    @Test
    void ordersPlacedWhileOthersPageNeitherShiftNorRepeatAnything() {
        OrderStory first = placedAfter(Duration.ZERO);
        OrderStory second = placedAfter(Duration.ofHours(1));
        OrderStory third = placedAfter(Duration.ofHours(2));
        show(first, second, third);
        Slice<OrderSummary> begun = orders.find(ALL, Option.none(), 2);

        show(placedAfter(Duration.ofHours(3)), third.approved());

        assertThat(begun.items()).containsExactly(summary(third), summary(second));
        Slice<OrderSummary> rest = orders.find(ALL, begun.nextCursor(), 2);
        assertThat(rest).isEqualTo(new Slice<>(Vector.of(summary(first)), Option.none()));
    }

    @Test
    void aCursorThatWasNeverHandedOutIsRefused() {
        show(OrderStory.placed());
        assertThat(found(ALL)).hasSize(1);

        for (String invented : List.of("", "invented", "-1", "2026-11-22T09:15:30Z", "'; drop table orders")) {
            assertThatThrownBy(() -> orders.find(ALL, Option.some(invented), 10))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> users.withCard(CardType.CREDIT, Direction.OLDEST_FIRST, Option.some(invented), 10))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    // Customers.

    @Test
    void customersAreFoundByCardInTheOrderOfTheirRegistration() {
        show(
                placed("second", CardType.CREDIT, Duration.ofNanos(1_000)),
                placed("third", CardType.CREDIT, Duration.ofHours(1)),
                placed("first", CardType.CREDIT, Duration.ZERO),
                placed("no-credit", CardType.DEBIT, Duration.ZERO));

        assertThat(withCard(CardType.CREDIT, Direction.OLDEST_FIRST))
                .containsExactly(
                        registered("first", Duration.ZERO),
                        registered("second", Duration.ofNanos(1_000)),
                        registered("third", Duration.ofHours(1)));
        assertThat(withCard(CardType.CREDIT, Direction.NEWEST_FIRST)
                        .map(user -> user.userId().value()))
                .containsExactly("third", "second", "first");
    }

    @Test
    void aCustomerWithManyCardsIsFoundOnceAndIsRegisteredSinceTheFirstOrderOfAll() {
        show(placed("anna", CardType.DEBIT, Duration.ZERO));
        show(placed("anna", CardType.CREDIT, Duration.ofDays(3)), placed("anna", CardType.CREDIT, Duration.ofDays(2)));

        assertThat(withCard(CardType.CREDIT, Direction.OLDEST_FIRST))
                .containsExactly(registered("anna", Duration.ZERO));
        assertThat(withCard(CardType.DEBIT, Direction.OLDEST_FIRST)).containsExactly(registered("anna", Duration.ZERO));
    }

    @Test
    void theFirstOrderIsTheEarliestInWhicheverOrderTheyAreShown() {
        show(placed("anna", CardType.CREDIT, Duration.ofDays(2)), placed("anna", CardType.CREDIT, Duration.ofDays(1)));
        show(placed("anna", CardType.CREDIT, Duration.ZERO));

        assertThat(withCard(CardType.CREDIT, Direction.OLDEST_FIRST))
                .containsExactly(registered("anna", Duration.ZERO));
    }

    @Test
    void anEndedOrderIsNoCardAndStillTheRegistration() {
        OrderStory ended = placed("anna", CardType.DEBIT, Duration.ZERO);
        OrderStory current = placed("anna", CardType.CREDIT, Duration.ofDays(1));
        show(ended, current);
        assertThat(withCard(CardType.DEBIT, Direction.OLDEST_FIRST)).hasSize(1);

        show(ended.cancelled());

        assertThat(withCard(CardType.DEBIT, Direction.OLDEST_FIRST)).isEmpty();
        assertThat(withCard(CardType.CREDIT, Direction.OLDEST_FIRST))
                .containsExactly(registered("anna", Duration.ZERO));
    }

    @Test
    void oneEndedOrderOfTwoLeavesTheCustomerWithACard() {
        OrderStory one = placed("anna", CardType.CREDIT, Duration.ZERO);
        OrderStory two = placed("anna", CardType.CREDIT, Duration.ofDays(1));
        show(one, two);

        show(one.cancelled());

        assertThat(withCard(CardType.CREDIT, Direction.OLDEST_FIRST))
                .containsExactly(registered("anna", Duration.ZERO));
    }

    @Test
    void pagesOfCustomersHoldEachOnceEvenWhereRegisteredAtTheSameMoment() {
        Vector<OrderStory> placed = Vector.range(0, 24)
                .map(number -> placed("user-" + number % 12, CardType.CREDIT, Duration.ofHours(number / 5)));
        show(placed.toJavaArray(OrderStory[]::new));
        Vector<RegisteredUser> whole = withCard(CardType.CREDIT, Direction.OLDEST_FIRST);

        assertThat(whole).hasSize(12);
        for (Direction direction : Direction.values()) {
            for (int limit : List.of(1, 3, 4, 12)) {
                Vector<RegisteredUser> pages =
                        paged(cursor -> users.withCard(CardType.CREDIT, direction, cursor, limit), limit);
                assertThat(pages).isEqualTo(direction == Direction.OLDEST_FIRST ? whole : whole.reverse());
            }
        }
    }

    // Deadlines.

    @Test
    void aDeadlineIsFoundFromTheMomentItIsDue() {
        OrderStory story = OrderStory.placed();
        show(story);
        Due identityCheck = running(story);
        Instant due = identityCheck.deadline().due();

        assertThat(deadlines.dueBy(due.minusNanos(1_000), 10)).isEmpty();
        assertThat(deadlines.dueBy(due, 10)).containsExactly(identityCheck);
        assertThat(deadlines.dueBy(due.plusSeconds(1), 10)).containsExactly(identityCheck);
    }

    @Test
    void theLongestOverdueComesFirstAndNoMoreThanAskedFor() {
        Vector<OrderStory> placed = Vector.of(3, 1, 2, 5, 4).map(hours -> placedAfter(Duration.ofHours(hours)));
        show(placed.toJavaArray(OrderStory[]::new));

        assertThat(deadlines.dueBy(Samples.MORNING.plus(Duration.ofDays(30)), 3))
                .containsExactly(running(placed.get(1)), running(placed.get(2)), running(placed.get(0)));
    }

    @Test
    void anOrderThatMovedOnWaitsForItsNextDeadline() {
        OrderStory story = OrderStory.placed();
        show(story);
        assertThat(dueIn(Duration.ofDays(1_000))).containsExactly(running(story));

        show(story.approved());

        assertThat(dueIn(Duration.ofDays(1_000))).containsExactly(running(story.approved()));
    }

    @Test
    void aMissedDeadlineAndAnEndedOrderAreWaitedForNoMore() {
        OrderStory missed = OrderStory.placed();
        OrderStory ended = OrderStory.placed();
        show(missed, ended);
        assertThat(dueIn(Duration.ofDays(1_000))).hasSize(2);

        show(missed.deadlinePassed(), ended.cancelled());

        assertThat(dueIn(Duration.ofDays(1_000))).isEmpty();
    }

    private void show(OrderStory... stories) {
        readModels.show(Vector.of(stories).map(OrderStory::latest));
    }

    private Vector<OrderSummary> found(OrderFilter filter) {
        return Vector.ofAll(orders.find(filter, Option.none(), 200).items());
    }

    private Vector<RegisteredUser> withCard(CardType type, Direction direction) {
        return Vector.ofAll(users.withCard(type, direction, Option.none(), 200).items());
    }

    private Seq<Due> dueIn(Duration later) {
        return deadlines.dueBy(Samples.MORNING.plus(later), 200);
    }

    /** Reads a list to its end; each page but the last is full, and the last is not empty. */
    private static <T> Vector<T> paged(Function<Option<String>, Slice<T>> page, int limit) {
        Slice<T> slice = page.apply(Option.none());
        Vector<T> items = Vector.ofAll(slice.items());
        while (slice.nextCursor().isDefined()) {
            assertThat(slice.items()).hasSize(limit);
            slice = page.apply(slice.nextCursor());
            assertThat(slice.items()).isNotEmpty();
            items = items.appendAll(slice.items());
        }
        return items;
    }

    private static OrderStory placedAfter(Duration later) {
        return OrderStory.placed(Samples.MORNING.plus(later), Samples.ANNA, Examples.CONTENT);
    }

    private static OrderStory placed(String user, CardType type, Duration later) {
        return OrderStory.placed(Samples.MORNING.plus(later), new UserId(user), Samples.content(type));
    }

    private static RegisteredUser registered(String user, Duration later) {
        return new RegisteredUser(new UserId(user), Samples.MORNING.plus(later));
    }

    private static Due running(OrderStory story) {
        OrderId id = story.id();
        return new Due(id, story.latest().order().dossier().deadline().get());
    }

    private static OrderSummary summary(OrderStory story) {
        OrderRevision revision = story.latest();
        Order.Placed order = revision.order();
        return new OrderSummary(
                story.id(),
                order.dossier().owner(),
                revision.status(),
                revision.version(),
                revision.placedAt(),
                revision.since(),
                order.dossier().purpose(),
                order.dossier().content().card().type(),
                order.dossier().content().card().paymentSystem(),
                order.madeCard().map(Plastic::last4),
                order.dossier().attention().map(Attention::reason));
    }
}
