package dev.carddelivery.domain.order;

import static dev.carddelivery.domain.testing.Examples.PARCEL;
import static dev.carddelivery.domain.testing.Timeline.DISPATCHED_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import dev.carddelivery.domain.delivery.Leg;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.delivery.TrackingNumber;
import dev.carddelivery.domain.testing.CardDeliveryDomain;
import dev.carddelivery.domain.testing.CommandArbitraries;
import dev.carddelivery.domain.testing.Histories;
import dev.carddelivery.domain.testing.Journey;
import dev.carddelivery.domain.testing.Moment;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Reports that come late, repeatedly or in another order than they were sent. */
@Domain(CardDeliveryDomain.class)
@Domain(DomainContext.Global.class)
class PartnerReportProperties {

    private static final OrderDecider DECIDER = new OrderDecider(ServiceTerms.REAL);

    private static final CourierReport HANDED_OVER = new CourierReport.Delivered(PARCEL);
    private static final CourierReport BACKWARDS = new CourierReport.Returning(PARCEL, ReturnReason.REFUSED);
    private static final CourierReport BACK = new CourierReport.Returned(PARCEL);
    private static final CourierReport LOST = new CourierReport.Lost(PARCEL);

    @Property(tries = 200)
    void noReportMovesAnOrderBackwards(@ForAll Journey life, @ForAll("reports") OrderCommand report) {
        Order before = life.order();
        Order after = hear(before, report);
        assertThat(rank(after)).isGreaterThanOrEqualTo(rank(before));
        if (before instanceof Order.InDelivery earlier && after instanceof Order.InDelivery later) {
            assertThat(later.shipment().isBefore(earlier.shipment())).isFalse();
        }
    }

    @Property(tries = 200)
    void aRepeatedReportChangesNothingMore(@ForAll Journey life, @ForAll("reports") OrderCommand report) {
        Order once = hear(life.order(), report);
        assertThatObject(hear(once, report)).isEqualTo(once);
    }

    @Property(tries = 200)
    void inWhateverOrderAndHoweverOftenReportsArriveTheParcelIsInTheSamePlace(@ForAll("tellings") Telling telling) {
        Order produced = OrderEvolver.replay(Histories.PRODUCED);
        Order told = telling.told().foldLeft(produced, PartnerReportProperties::hear);
        Order heard = telling.heard().foldLeft(produced, PartnerReportProperties::hear);
        assertThat(place(heard)).isEqualTo(place(told));
    }

    @Property(tries = 200)
    void ofTwoParcelsTheOneThatIsNamedFirstIsTheOrders(@ForAll("mixtures") List<OrderCommand> mixture) {
        Order produced = OrderEvolver.replay(Histories.PRODUCED);
        List<OrderCommand> ofTheFirst = mixture.filter(report -> parcel(report).equals(parcel(mixture.head())));
        Order told = ofTheFirst.foldLeft(produced, PartnerReportProperties::hear);
        Order heard = mixture.foldLeft(produced, PartnerReportProperties::hear);
        assertThat(place(heard)).isEqualTo(place(told));
    }

    @Property(tries = 200)
    void aPersonHearsOfTheOtherParcel(@ForAll("mixtures") List<OrderCommand> mixture) {
        Order order = OrderEvolver.replay(Histories.PRODUCED);
        for (OrderCommand report : mixture) {
            order = hear(order, report);
            if (!(order instanceof Order.Ended) && !parcel(report).equals(parcel(mixture.head()))) {
                assertThat(((Order.Placed) order).isCalling(Attention.Reason.CONTRADICTORY_REPORTS))
                        .isTrue();
            }
        }
    }

    @Property(tries = 200)
    void whatWasSeenLaterIsUndoneByNothingButAHandingOver(@ForAll("anyTellings") Telling telling) {
        Order order = OrderEvolver.replay(Histories.PRODUCED);
        for (OrderCommand report : telling.heard()) {
            Place before = place(order);
            order = hear(order, report);
            if (place(order).status() != Status.DELIVERED) {
                assertThat(place(order).seenAt().getOrElse(Instant.MIN))
                        .isAfterOrEqualTo(before.seenAt().getOrElse(Instant.MIN));
            }
        }
    }

    /** What a courier says about a parcel, and how that arrives. */
    record Telling(List<OrderCommand> told, List<OrderCommand> heard) {}

    /** Where an order is, and where its parcel was seen last; of failed visits nobody hears if it is too late. */
    private record Place(Status status, Option<Leg> leg, Option<Instant> seenAt) {}

    @Provide
    Arbitrary<OrderCommand> reports() {
        return CommandArbitraries.commands().filter(OrderCommand.Report.class::isInstance);
    }

    /** A turn back or an end is the last that was seen; else it counts only where it is not heard of too late. */
    @Provide
    Arbitrary<Telling> tellings() {
        return ways().map(PartnerReportProperties::untilItTurnsBack).flatMap(PartnerReportProperties::telling);
    }

    /** Turns and ends at any moment, also such as the parcel has outlived. */
    @Provide
    Arbitrary<Telling> anyTellings() {
        return ways().flatMap(PartnerReportProperties::telling);
    }

    /** What is said of the parcel, and what is said of another. */
    @Provide
    Arbitrary<List<OrderCommand>> mixtures() {
        Arbitrary<List<OrderCommand>> strangers = CommandArbitraries.courierReports(new TrackingNumber("NOT-MINE"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(reports -> oneEachDay(List.ofAll(reports)));
        return Combinators.combine(tellings().map(Telling::heard), strangers)
                .as(List::appendAll)
                .flatMap(mixture -> Arbitraries.shuffle(mixture.asJava()).map(List::ofAll));
    }

    private static Arbitrary<Telling> telling(List<CourierReport> way) {
        List<OrderCommand> told = oneEachDay(way);
        return Arbitraries.shuffle(told.appendAll(told.take(3)).asJava())
                .map(heard -> new Telling(told, List.ofAll(heard)));
    }

    private static Arbitrary<List<CourierReport>> ways() {
        Arbitrary<List<CourierReport>> scans =
                CommandArbitraries.trackingReports(PARCEL).list().ofMaxSize(6).map(List::ofAll);
        return Combinators.combine(scans, Arbitraries.of(endings()))
                .as(PartnerReportProperties::among)
                .flatMap(way -> way);
    }

    /** One after another at any places between the scans. */
    private static Arbitrary<List<CourierReport>> among(List<CourierReport> scans, List<CourierReport> ending) {
        return Arbitraries.integers()
                .between(0, scans.size())
                .list()
                .ofSize(ending.size())
                .map(places -> List.ofAll(places)
                        .sorted()
                        .zip(ending)
                        .foldRight(scans, (placed, way) -> way.insert(placed._1(), placed._2())));
    }

    private static List<CourierReport> untilItTurnsBack(List<CourierReport> way) {
        List<CourierReport> untilItsLastTurn = way.dropRightWhile(
                report -> !List.of(HANDED_OVER, BACKWARDS, BACK, LOST).contains(report));
        return untilItsLastTurn.lastOption().forAll(HANDED_OVER::equals) ? way : untilItsLastTurn;
    }

    /** All but those that go on after the order's end, which stays the end whatever is said to have happened later. */
    private static java.util.List<List<CourierReport>> endings() {
        List<List<CourierReport>> turns = List.of(
                List.empty(),
                List.of(HANDED_OVER),
                List.of(BACKWARDS),
                List.of(BACKWARDS, HANDED_OVER),
                List.of(HANDED_OVER, BACKWARDS));
        return turns.flatMap(turn -> List.of(turn, turn.append(BACK), turn.append(LOST)))
                .asJava();
    }

    private static List<OrderCommand> oneEachDay(List<CourierReport> reports) {
        return reports.zipWithIndex((report, day) -> Moment.at(DISPATCHED_AT)
                .of(DISPATCHED_AT.plus(Duration.ofDays(day)))
                .hear(report));
    }

    private static Order hear(Order order, OrderCommand report) {
        return DECIDER.decide(order, report).getOrElse(List.empty()).foldLeft(order, OrderEvolver::evolve);
    }

    private static TrackingNumber parcel(OrderCommand report) {
        return ((OrderCommand.ReportDelivery) report).report().trackingNumber();
    }

    private static Place place(Order order) {
        Order.Placed placed = (Order.Placed) order;
        return new Place(
                Status.of(placed),
                placed.parcel().map(Shipment::leg),
                placed.parcel().map(Shipment::seenAt));
    }

    /** How far an order has got. Where there is no way from one stage to another, neither is further. */
    private static int rank(Order order) {
        return switch (order) {
            case Order.Unplaced o -> 0;
            case Order.Verifying o -> 1;
            case Order.Approved o -> 2;
            case Order.InProduction o -> 3;
            case Order.Produced o -> 4;
            case Order.InDelivery o -> 5;
            case Order.Delivered o -> 6;
            case Order.Returning o -> 6;
            case Order.Active o -> 7;
            case Order.Recalling o -> 7;
            case Order.Ended o -> 8;
        };
    }
}
