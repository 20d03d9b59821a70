package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.port.ParkedReports.Parked;
import dev.carddelivery.application.report.Bytes;
import dev.carddelivery.application.report.ReceivedMessage;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link ParkedReports} do. */
public abstract class ParkedReportsContract {

    private final OrderId order = Samples.newOrderId();
    private final OrderId other = Samples.newOrderId();
    private ParkedReports reports;

    /** Where nothing waits; asked for once in each test. */
    protected abstract ParkedReports nothingParked() throws Exception;

    @BeforeEach
    void open() throws Exception {
        reports = nothingParked();
    }

    @Test
    void aReportWaitsAsItCame() {
        ReceivedMessage strange = new ReceivedMessage(
                "webhook", Option.none(), HashMap.of("content-type", "a \"b\"", "ce_odd", "\0 Ж"), Bytes.of(new byte[] {
                    0, -1, 127
                }));
        Parked report = new Parked(UUID.randomUUID(), order, Samples.MORNING, strange);

        reports.park(report);

        assertThat(waiting(order)).containsExactly(report);
    }

    @Test
    void whatWaitsForTheseOrdersIsFoundAndNothingElse() {
        Parked mine = park(order, Samples.MORNING);
        Parked others = park(other, Samples.MORNING);
        park(Samples.newOrderId(), Samples.MORNING);

        assertThat(waiting(order)).containsExactly(mine);
        assertThat(waiting(other)).containsExactly(others);
        assertThat(waiting(Samples.newOrderId())).isEmpty();
    }

    @Test
    void thoseThatWaitForTheSameOrderAreCounted() {
        Parked mine = park(order, Samples.MORNING);
        Parked notYet = new Parked(UUID.randomUUID(), order, Samples.MORNING, message());
        assertThat(reports.othersWaiting(mine)).isZero();

        park(order, Samples.MORNING);
        park(other, Samples.MORNING);

        assertThat(reports.othersWaiting(mine)).isEqualTo(1);
        assertThat(reports.othersWaiting(notYet)).isEqualTo(2);
    }

    @Test
    void ordersForWhichSomethingWaitsAreToldFromOthers() {
        park(order, Samples.MORNING);
        park(order, Samples.MORNING);
        park(other, Samples.MORNING);
        OrderId nothingWaits = Samples.newOrderId();

        assertThat(reports.awaitedAmong(HashSet.of(order, other, nothingWaits)))
                .containsExactlyInAnyOrder(order, other);
        assertThat(reports.awaitedAmong(HashSet.of(order))).containsExactly(order);
        assertThat(reports.awaitedAmong(HashSet.of(nothingWaits))).isEmpty();
        assertThat(reports.awaitedAmong(HashSet.empty())).isEmpty();
    }

    @Test
    void reportsWaitInTheOrderInWhichTheyCame() {
        Vector<Parked> all = Vector.fill(20, () -> park(order, Samples.MORNING));

        assertThat(waiting(order)).containsExactlyElementsOf(all);
    }

    @Test
    void aReportThatComesAgainKeepsItsPlaceAndWaitsAnew() {
        Parked first = park(order, Samples.MORNING);
        Parked second = park(order, Samples.MORNING.plusSeconds(1));

        Parked again = again(first, Samples.MORNING.plusSeconds(2));

        assertThat(waiting(order)).containsExactly(again, second);
        assertThat(since(Samples.MORNING.plusSeconds(9))).containsExactly(second, again);
    }

    @Test
    void aReportThatCameAgainIsNotRemovedByThoseWhoHaveSeenItBefore() {
        Parked first = park(order, Samples.MORNING);
        Parked again = again(first, Samples.MORNING.plusSeconds(2));

        reports.remove(first);
        assertThat(waiting(order)).containsExactly(again);

        reports.remove(again);
        assertThat(waiting(order)).isEmpty();
    }

    @Test
    void whatHasWaitedSinceBeforeAMoment() {
        Parked third = park(order, Samples.MORNING.plusSeconds(3));
        Parked first = park(other, Samples.MORNING.plusSeconds(1));
        Parked second = park(order, Samples.MORNING.plusSeconds(2));

        assertThat(since(Samples.MORNING.plusSeconds(1))).isEmpty();
        assertThat(since(Samples.MORNING.plusSeconds(1).plusMillis(1))).containsExactly(first);
        assertThat(since(Samples.MORNING.plusSeconds(9))).containsExactly(first, second, third);
        assertThat(reports.since(Samples.MORNING.plusSeconds(9), 2)).containsExactly(first, second);
    }

    @Test
    void aRemovedReportWaitsNoMoreAndAllOthersDo() {
        Parked removed = park(order, Samples.MORNING);
        Parked left = park(order, Samples.MORNING);

        reports.remove(removed);
        reports.remove(removed);
        reports.remove(new Parked(UUID.randomUUID(), order, Samples.MORNING, message()));

        assertThat(waiting(order)).containsExactly(left);
        assertThat(since(Samples.MORNING.plusSeconds(1))).containsExactly(left);
    }

    @Test
    void aRemovedReportThatComesAgainWaitsBehindTheOthers() {
        Parked first = park(order, Samples.MORNING);
        Parked second = park(order, Samples.MORNING);

        reports.remove(first);
        reports.park(first);

        assertThat(waiting(order)).containsExactly(second, first);
    }

    @Test
    void whatComesManyTimesAtOnceWaitsOnce() throws Exception {
        Parked report = new Parked(UUID.randomUUID(), order, Samples.MORNING, message());

        Simultaneously.run(8, number -> () -> {
            reports.park(report);
            return number;
        });

        assertThat(waiting(order)).containsExactly(report);
    }

    private Parked park(OrderId forOrder, Instant at) {
        Parked report = new Parked(UUID.randomUUID(), forOrder, at, message());
        reports.park(report);
        return report;
    }

    private Parked again(Parked report, Instant at) {
        Parked again = new Parked(report.id(), report.orderId(), at, report.message());
        reports.park(again);
        return again;
    }

    private Seq<Parked> waiting(OrderId forOrder) {
        return reports.of(forOrder);
    }

    private Seq<Parked> since(Instant moment) {
        return reports.since(moment, 100);
    }

    private static ReceivedMessage message() {
        return new ReceivedMessage(
                "kafka",
                Option.some(Partner.BUREAU),
                HashMap.of("content-type", "application/json"),
                Bytes.of("{\"id\":\"" + UUID.randomUUID() + "\"}"));
    }
}
