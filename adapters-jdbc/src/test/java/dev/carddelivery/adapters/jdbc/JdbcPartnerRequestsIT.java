package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.port.PartnerRequests;
import dev.carddelivery.application.port.PartnerRequestsContract;
import dev.carddelivery.application.process.PartnerRequest;
import io.vavr.collection.Seq;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcPartnerRequestsIT extends PartnerRequestsContract {

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
    protected PartnerRequests noRequests() throws Exception {
        testDatabase.execute("truncate partner_requests");
        requests = new JdbcPartnerRequests(database, clock);
        return requests;
    }

    @Override
    protected Seq<PartnerRequest> handedOver() {
        return requests.due(clock.instant(), 100).map(PendingRequest::request);
    }
}
