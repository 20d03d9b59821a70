package dev.carddelivery.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.Simultaneously;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.port.AwaitedRequests.Awaited;
import dev.carddelivery.application.port.AwaitedRequests.Open;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link AwaitedRequests} do. */
public abstract class AwaitedRequestsContract {

    private static final Instant FAR = Samples.MORNING.plusSeconds(1_000_000);

    private final OrderId order = Samples.newOrderId();
    private final OrderId other = Samples.newOrderId();
    private AwaitedRequests requests;

    /** Where no answer is awaited; asked for once in each test. */
    protected abstract AwaitedRequests nothingAwaited() throws Exception;

    @BeforeEach
    void open() throws Exception {
        requests = nothingAwaited();
    }

    @Test
    void aRequestIsDueFromItsMomentOn() {
        Awaited check = ask(order, Kind.IDENTITY_CHECK, Samples.MORNING);

        assertThat(requests.dueBy(Samples.MORNING.minusMillis(1), 10)).isEmpty();
        assertThat(requests.dueBy(Samples.MORNING, 10)).containsExactly(check);
        assertThat(requests.dueBy(FAR, 10)).containsExactly(check);
    }

    @Test
    void everyKindOfRequestIsKeptAsItIs() {
        List<Awaited> all = List.of(Kind.values())
                .zipWithIndex((kind, number) -> awaited(order, kind, Samples.MORNING.plusSeconds(number)));

        requests.update(all, HashMap.of(order, waitingFor(Kind.values())));

        assertThat(requests.dueBy(FAR, 100)).containsExactlyElementsOf(all);
    }

    @Test
    void theLongestOverdueComesFirstAndNoMoreThanAskedFor() {
        Awaited third = ask(order, Kind.CARD_STOP, Samples.MORNING.plusSeconds(3));
        Awaited first = ask(other, Kind.CARD_PRODUCE, Samples.MORNING.plusSeconds(1));
        Awaited second = ask(Samples.newOrderId(), Kind.PARCEL_RECALL, Samples.MORNING.plusSeconds(2));

        assertThat(requests.dueBy(FAR, 2)).containsExactly(first, second);
        assertThat(requests.dueBy(FAR, 10)).containsExactly(first, second, third);
    }

    @Test
    void whatIsAwaitedAlreadyStaysAsItIs() {
        Awaited check = ask(order, Kind.IDENTITY_CHECK, Samples.MORNING);
        Awaited reminded = new Awaited(check.request(), 1, Samples.MORNING.plusSeconds(60));
        requests.reminded(reminded);

        requests.update(List.of(check), HashMap.of(order, waitingFor(Kind.IDENTITY_CHECK)));

        assertThat(requests.dueBy(FAR, 10)).containsExactly(reminded);
    }

    @Test
    void whatAnOrderAwaitsNoMoreIsForgotten() {
        ask(order, Kind.CARD_PRODUCE, Samples.MORNING);
        Awaited others = ask(other, Kind.CARD_PRODUCE, Samples.MORNING);

        Awaited dispatch = awaited(order, Kind.PARCEL_DISPATCH, Samples.MORNING.plusSeconds(5));
        requests.update(List.of(dispatch), HashMap.of(order, waitingFor(Kind.PARCEL_DISPATCH)));

        assertThat(requests.dueBy(FAR, 10)).containsExactly(others, dispatch);
    }

    @Test
    void anOlderPageTakesNothingOfANewerOneAway() {
        PartnerRequest produce = new PartnerRequest(order, 3, Kind.CARD_PRODUCE);
        Awaited dispatch = awaited(order, Kind.PARCEL_DISPATCH, Samples.MORNING);
        requests.update(List.of(dispatch), HashMap.of(order, new Open(4, HashSet.of(Kind.PARCEL_DISPATCH))));

        requests.update(
                List.of(new Awaited(produce, 0, Samples.MORNING)),
                HashMap.of(order, new Open(3, HashSet.of(Kind.CARD_PRODUCE))));
        assertThat(requests.dueBy(FAR, 10)).contains(dispatch);

        requests.update(List.empty(), HashMap.of(order, new Open(4, HashSet.of(Kind.PARCEL_DISPATCH))));
        assertThat(requests.dueBy(FAR, 10)).containsExactly(dispatch);
    }

    @Test
    void anOrderThatAwaitsNothingHasNothingAwaited() {
        Awaited others = ask(other, Kind.CARD_STOP, Samples.MORNING);
        requests.update(
                List.of(awaited(order, Kind.CARD_STOP, Samples.MORNING), awaited(order, Kind.PARCEL_RECALL, FAR)),
                HashMap.of(order, waitingFor(Kind.CARD_STOP, Kind.PARCEL_RECALL)));
        assertThat(requests.dueBy(FAR, 10)).hasSize(3);

        requests.update(List.empty(), HashMap.of(order, waitingFor()));

        assertThat(requests.dueBy(FAR, 10)).containsExactly(others);
    }

    @Test
    void whatWasAskedAndAnsweredAtOnceIsNotAwaited() {
        Awaited answered = awaited(order, Kind.CARD_PRODUCE, Samples.MORNING);
        Awaited open = awaited(order, Kind.PARCEL_DISPATCH, Samples.MORNING);

        requests.update(List.of(answered, open), HashMap.of(order, waitingFor(Kind.PARCEL_DISPATCH)));

        assertThat(requests.dueBy(FAR, 10)).containsExactly(open);
    }

    @Test
    void manyOrdersMoveInOneStep() {
        Vector<OrderId> orders = Vector.fill(50, Samples::newOrderId);
        Vector<Awaited> asked = orders.map(each -> awaited(each, Kind.CARD_PRODUCE, Samples.MORNING));
        requests.update(asked, awaiting(orders, waitingFor(Kind.CARD_PRODUCE)));
        assertThat(requests.dueBy(FAR, 100)).containsExactlyInAnyOrderElementsOf(asked);

        requests.update(
                List.empty(),
                awaiting(orders.take(25), waitingFor())
                        .merge(awaiting(orders.drop(25), waitingFor(Kind.CARD_PRODUCE, Kind.CARD_STOP))));

        assertThat(requests.dueBy(FAR, 100)).containsExactlyInAnyOrderElementsOf(asked.drop(25));
    }

    @Test
    void aRepetitionChangesNothing() {
        Awaited check = awaited(order, Kind.IDENTITY_CHECK, Samples.MORNING);
        Map<OrderId, Open> awaited = HashMap.of(order, waitingFor(Kind.IDENTITY_CHECK));

        requests.update(List.of(check, check), awaited);
        requests.update(List.of(check), awaited);
        requests.update(List.empty(), HashMap.empty());

        assertThat(requests.dueBy(FAR, 10)).containsExactly(check);
    }

    @Test
    void aReminderSetsTheNextMoment() {
        Awaited check = ask(order, Kind.IDENTITY_CHECK, Samples.MORNING);
        Awaited others = ask(other, Kind.IDENTITY_CHECK, Samples.MORNING);

        Awaited next = new Awaited(check.request(), 3, Samples.MORNING.plusSeconds(60));
        requests.reminded(next);

        assertThat(requests.dueBy(Samples.MORNING.plusSeconds(59), 10)).containsExactly(others);
        assertThat(requests.dueBy(Samples.MORNING.plusSeconds(60), 10)).containsExactly(others, next);
    }

    @Test
    void whatIsForgottenStaysForgottenAndAllOthersAreAwaited() {
        Awaited check = ask(order, Kind.IDENTITY_CHECK, Samples.MORNING);
        Awaited others = ask(other, Kind.IDENTITY_CHECK, Samples.MORNING);

        requests.forget(check.request());
        requests.forget(new PartnerRequest(Samples.newOrderId(), 1, Kind.IDENTITY_CHECK));
        requests.reminded(new Awaited(check.request(), 1, Samples.MORNING));

        assertThat(requests.dueBy(FAR, 10)).containsExactly(others);
    }

    @Test
    void requestsOfOneOrderAreToldApartByVersionAndKind() {
        Awaited stop = awaited(order, Kind.CARD_STOP, Samples.MORNING);
        Awaited recall = awaited(order, Kind.PARCEL_RECALL, Samples.MORNING.plusSeconds(1));
        Awaited later =
                new Awaited(new PartnerRequest(order, 9, Kind.PARCEL_RECALL), 0, Samples.MORNING.plusSeconds(2));
        List<Awaited> all = List.of(stop, recall, later);
        Map<OrderId, Open> awaited = HashMap.of(order, waitingFor(Kind.CARD_STOP, Kind.PARCEL_RECALL));
        requests.update(all, awaited);
        requests.update(all, awaited);
        assertThat(requests.dueBy(FAR, 10)).containsExactlyElementsOf(all);

        Awaited reminded = new Awaited(recall.request(), 1, Samples.MORNING.plusSeconds(3));
        requests.reminded(reminded);
        assertThat(requests.dueBy(FAR, 10)).containsExactly(stop, later, reminded);

        requests.forget(later.request());
        assertThat(requests.dueBy(FAR, 10)).containsExactly(stop, reminded);
    }

    @Test
    void whatIsAskedManyTimesAtOnceIsAwaitedOnce() throws Exception {
        Vector<Awaited> asked = Vector.fill(10, () -> awaited(Samples.newOrderId(), Kind.CARD_STOP, Samples.MORNING));
        Map<OrderId, Open> awaited = awaiting(asked.map(each -> each.request().orderId()), waitingFor(Kind.CARD_STOP));

        Simultaneously.run(8, number -> () -> {
            requests.update(number % 2 == 0 ? asked : asked.reverse(), awaited);
            return number;
        });

        assertThat(requests.dueBy(FAR, 100)).containsExactlyInAnyOrderElementsOf(asked);
    }

    private Awaited ask(OrderId of, Kind kind, Instant due) {
        Awaited asked = awaited(of, kind, due);
        requests.update(List.of(asked), HashMap.of(of, waitingFor(kind)));
        return asked;
    }

    private static Awaited awaited(OrderId of, Kind kind, Instant due) {
        return new Awaited(new PartnerRequest(of, 4, kind), 0, due);
    }

    /** At a version that no request here is newer than. */
    private static Open waitingFor(Kind... kinds) {
        return new Open(9, HashSet.of(kinds));
    }

    private static Map<OrderId, Open> awaiting(Seq<OrderId> orders, Open open) {
        return orders.foldLeft(HashMap.empty(), (all, each) -> all.put(each, open));
    }
}
