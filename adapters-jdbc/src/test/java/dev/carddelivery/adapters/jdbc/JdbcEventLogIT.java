package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.application.SampleEvents;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.order.RecordedEvent;
import dev.carddelivery.application.port.EventLogContract;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.List;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcEventLogIT extends EventLogContract {

    private TestDatabase testDatabase;
    private TestStorage storage;

    @Override
    protected Storage emptyStorage() {
        testDatabase = TestDatabase.create();
        storage = new TestStorage(testDatabase);
        return new Storage(storage.store(), storage.log());
    }

    /** As after a failover to a standby that was behind. */
    @Test
    void whatTheServerHasLostIsNotReadFromMemory() throws SQLException {
        OrderId kept = Samples.newOrderId();
        append(Samples.newOrderId());
        append(Samples.newOrderId());
        eventually().until(() -> storage.events().size() == 2);

        testDatabase.execute("delete from log");
        testDatabase.execute("delete from events");
        testDatabase.execute("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and application_name = 'card-delivery listener'
                """);
        append(kept);

        eventually()
                .untilAsserted(() ->
                        assertThat(storage.events().map(RecordedEvent::orderId)).containsExactly(kept));
    }

    private void append(OrderId order) {
        assertThat(storage.store().append(order, 0, Appends.BY, List.of(SampleEvents.noted("a"))))
                .isTrue();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(20));
    }

    @AfterEach
    void close() {
        storage.close();
        testDatabase.close();
    }
}
