package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.port.WebhookDeliveriesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcWebhookDeliveriesIT extends WebhookDeliveriesContract {

    private static TestDatabase testDatabase;
    private static Database database;

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
    protected Storage emptyStorage() throws Exception {
        testDatabase.execute("truncate webhook_subscribers, webhook_deliveries, webhook_attempts");
        return new Storage(new JdbcWebhookSubscribers(database), new JdbcWebhookDeliveries(database));
    }
}
