package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcMailbox;
import dev.carddelivery.adapters.jdbc.Mail;
import dev.carddelivery.adapters.jdbc.PendingMail.Progress;
import dev.carddelivery.adapters.jdbc.TestDatabase;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.List;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
            overdueAndOfNoUse(new JdbcMailbox(opened, Clock.systemUTC()));
            assertDeliversInTime(opened);
        }
    }

    private static void overdueAndOfNoUse(JdbcMailbox mailbox) {
        List<Mail> unreadable = List.fill(
                MORE_THAN_ARE_LOOKED_AT_TOGETHER,
                () -> new Mail(UUID.randomUUID(), new OrderId(UUID.randomUUID()), Kind.IDENTITY_CHECK, "{}"));
        mailbox.put(unreadable);
        unreadable.forEach(mail -> mailbox.advance(mail.id(), Progress.NONE, Instant.EPOCH));
    }

    private void assertDeliversInTime(Database database) throws Exception {
        Settings settings = Settings.from(Map.of("PORT", "0", "DATA_DIR", temp.toString(), "DEMO_DAY", "PT1S"))
                .get();
        try (Instance instance = Instance.start(settings, database);
                DemoCustomer customer = new DemoCustomer(instance.port())) {
            UUID order = UUID.randomUUID();
            assertThat(customer.place(order).statusCode()).isEqualTo(201);
            await().atMost(PROMISED).until(() -> customer.status(order).body().contains("\"status\":\"delivered\""));
        }
    }
}
