package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcPartnerRequests;
import dev.carddelivery.adapters.jdbc.TestDatabase;
import dev.carddelivery.application.process.PartnerRequest;
import dev.carddelivery.application.process.PartnerRequest.Kind;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How fast a demo is in which a day lasts a second. */
@Timeout(60)
class DemoPartnersIT {

    private static final Duration PROMISED = Duration.ofSeconds(15);
    private static final int MORE_THAN_ARE_LOOKED_AT_TOGETHER = 100;

    @TempDir
    private Path temp;

    @Test
    void anUndisturbedOrderIsDeliveredInTime() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                Database opened = database.open()) {
            assertDeliversInTime(opened);
        }
    }

    @Test
    void soIsOneBehindManyThatGetNowhere() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                Database opened = database.open()) {
            overdueForOrdersThatNobodyPlaced(new JdbcPartnerRequests(opened, Clock.systemUTC()));
            assertDeliversInTime(opened);
        }
    }

    private static void overdueForOrdersThatNobodyPlaced(JdbcPartnerRequests requests) {
        List<PartnerRequest> unknown = List.fill(
                MORE_THAN_ARE_LOOKED_AT_TOGETHER,
                () -> new PartnerRequest(new OrderId(UUID.randomUUID()), 1, Kind.IDENTITY_CHECK));
        requests.send(unknown);
        unknown.forEach(request -> requests.reschedule(request.id(), 1, Instant.EPOCH));
    }

    private void assertDeliversInTime(Database database) throws Exception {
        Settings settings =
                new Settings("127.0.0.1", 0, Option.none(), temp, new TokenKeys.Own(), true, Duration.ofSeconds(1));
        try (Instance instance = Instance.start(settings, database);
                DemoCustomer customer = new DemoCustomer(instance.port())) {
            UUID order = UUID.randomUUID();
            assertThat(customer.place(order).statusCode()).isEqualTo(201);
            await().atMost(PROMISED).until(() -> customer.status(order).body().contains("\"status\":\"delivered\""));
        }
    }
}
