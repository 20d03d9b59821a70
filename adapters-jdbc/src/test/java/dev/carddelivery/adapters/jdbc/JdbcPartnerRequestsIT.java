package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.port.MessagePublisherContract;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbcPartnerRequestsIT extends MessagePublisherContract {

    private static TestDatabase testDatabase;
    private static Database database;

    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private JdbcPartnerRequests requests;

    @BeforeAll
    static void openDatabase() {
        testDatabase = TestDatabase.create();
        database = testDatabase.open();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
        testDatabase.close();
    }

    @Override
    protected MessagePublisher nothingPublished() throws Exception {
        testDatabase.execute("truncate partner_requests");
        requests = new JdbcPartnerRequests(database, clock);
        return requests;
    }

    @Override
    protected Seq<PartnerRequest> handedOver() {
        return requests.due(clock.instant(), 100).map(PendingRequest::request);
    }

    @Test
    void aRequestIsDueFromWhenItWasSentAndThenFromItsNextStepOn() {
        PartnerRequest check = send(Kind.IDENTITY_CHECK);
        assertThat(requests.due(Samples.MORNING.minusMillis(1), 10)).isEmpty();
        assertThat(requests.due(Samples.MORNING, 10)).containsExactly(new PendingRequest(check, 0, Samples.MORNING));

        Instant later = Samples.MORNING.plusSeconds(60);
        requests.reschedule(check.id(), 1, later);

        assertThat(requests.due(later.minusMillis(1), 10)).isEmpty();
        assertThat(requests.due(later, 10)).containsExactly(new PendingRequest(check, 1, later));
    }

    @Test
    void theLongestOverdueComesFirstAndNoMoreThanAskedFor() {
        PartnerRequest first = send(Kind.CARD_PRODUCE);
        clock.pass(Duration.ofSeconds(1));
        PartnerRequest second = send(Kind.PARCEL_DISPATCH);
        PartnerRequest third = send(Kind.CARD_BLOCK);
        requests.reschedule(first.id(), 1, clock.instant().plusSeconds(1));
        clock.pass(Duration.ofSeconds(1));

        assertThat(requests.due(clock.instant(), 2).map(PendingRequest::request))
                .containsExactly(second, third);
    }

    @Test
    void aFinishedRequestIsDueNoMoreAndCannotBeSentAgain() {
        PartnerRequest check = send(Kind.IDENTITY_CHECK);
        requests.finish(check.id());

        requests.reschedule(check.id(), 2, clock.instant());
        requests.send(List.of(check));

        assertThat(handedOver()).isEmpty();
    }

    @Test
    void onlyTheGivenKindsOfOneOrderAreWithdrawn() {
        PartnerRequest produce = send(Kind.CARD_PRODUCE);
        PartnerRequest stop = new PartnerRequest(produce.orderId(), 5, Kind.CARD_STOP);
        PartnerRequest others = new PartnerRequest(Samples.newOrderId(), 4, Kind.CARD_PRODUCE);
        requests.send(List.of(stop, others));

        requests.withdraw(produce.orderId(), HashSet.of(Kind.CARD_PRODUCE, Kind.PARCEL_DISPATCH));

        assertThat(handedOver()).containsExactly(stop, others);
    }

    private PartnerRequest send(Kind kind) {
        PartnerRequest request = new PartnerRequest(Samples.newOrderId(), 4, kind);
        requests.send(List.of(request));
        return request;
    }
}
